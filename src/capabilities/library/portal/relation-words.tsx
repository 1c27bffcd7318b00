import type { FC } from 'hono/jsx'
import { inTitleMarks } from '../../../kernel/han.ts'
import type { RelationView } from '../contract.ts'

/** What a document does to another, and what is done to it. */
export const EFFECT_WORDS: Readonly<Record<RelationView['effect'], { readonly to: string; readonly from: string }>> = {
  'based-on': { to: '依据', from: '作为依据' },
  amends: { to: '修改', from: '被修改' },
  repeals: { to: '废止', from: '被废止' },
  issues: { to: '印发', from: '由其印发' },
  cites: { to: '引用', from: '被引用' },
  'interpreted-by': { to: '解读', from: '解读' },
}

/** The other document: a link where the library holds it, its printed title where not. */
export const RelatedDocument: FC<{ relation: RelationView; anchor?: string | null }> = ({ relation, anchor }) => {
  const { document } = relation
  const number = document?.docNumber ?? relation.docNumber
  return (
    <>
      {document ? (
        <a href={`${document.url}${anchor ? `#${anchor}` : ''}`}>{inTitleMarks(document.title)}</a>
      ) : (
        <span>{inTitleMarks(relation.title)}</span>
      )}
      {number ? <span class="number">{number}</span> : null}
    </>
  )
}
