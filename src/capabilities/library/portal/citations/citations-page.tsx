import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../../portal/components/list-head/list-head.tsx'
import { RelationList } from '../../../../portal/components/relation-list/relation-list.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { DocumentView, RelationView } from '../../contract.ts'
import { loadDocument } from '../../store/document.queries.ts'
import { answerWithout } from '../document/document-page.tsx'
import { tagsOfDocument } from '../document/document-tags.ts'
import { EFFECT_WORDS } from '../relation-words.tsx'

type Direction = 'to' | 'from'

/** The clause that cites, by its place in whichever text it stands. */
function placeOf(relation: RelationView, direction: Direction, document: DocumentView) {
  const { clauseId } = relation
  if (clauseId === null) return null
  if (direction === 'from')
    return relation.document ? { text: '看引用的那一条', href: `${relation.document.url}#${clauseId}` } : null
  const clause = document.elements.find(({ id }) => id === clauseId)
  const text = clause ? `本文${clause.path.replaceAll('/', '')}` : '本文'
  return { text, href: `${document.url}#${clauseId}` }
}

const Relations: FC<{ document: DocumentView; direction: Direction }> = ({ document, direction }) => {
  const relations = document.relations[direction]
  const [id, title, none] =
    direction === 'to'
      ? ['to', '它提到的文件', '这份文件没有引用别的文件。']
      : ['from', '提到它的文件', '文件库里还没有文件引用它。']
  return (
    <section class="page-section" aria-labelledby={id}>
      <ListHead id={id} title={`${title}（${relations.length}）`} />
      {relations.length === 0 ? <Empty text={none} /> : null}
      <RelationList
        entries={relations.map((relation) => ({
          effect: EFFECT_WORDS[relation.effect][direction],
          title: relation.document?.title ?? relation.title,
          docNumber: relation.document?.docNumber ?? relation.docNumber,
          href: relation.document?.url ?? null,
          place: placeOf(relation, direction, document),
        }))}
      />
    </section>
  )
}

/** `/documents/{id}/citations`: what a document cites, amends, repeals and issues, and what does so to it. */
export async function citationsPage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const loaded = await deps.database.read(c.get('site').id, (tx) =>
    loadDocument(tx, c.get('visitor'), id, deps.clock.today()),
  )
  if (loaded.state !== 'found') return answerWithout(c, deps, shell, loaded, '/citations')
  const { document } = loaded
  return shell.page(
    c,
    {
      title: `引用关系：${document.title}`,
      description: `《${document.title}》引用、依据、修改、废止了哪些文件，又被哪些文件引用。`,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      tags: tagsOfDocument(document),
    },
    <>
      <Crumbs
        steps={[
          { text: '文件', href: '/documents' },
          { text: document.docNumber ?? document.title, href: document.url },
        ]}
      />
      <h1 class="page-title">引用关系</h1>
      <p class="page-lead">
        <a href={document.url}>《{document.title}》</a>
        {document.docNumber ? <span class="number">{document.docNumber}</span> : null}
        。引用按文件里写的书名号和文号识别。
      </p>
      <Relations document={document} direction="to" />
      <Relations document={document} direction="from" />
    </>,
  )
}
