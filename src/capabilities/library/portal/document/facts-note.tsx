import type { Child, FC } from 'hono/jsx'
import { shanghaiMinute } from '../../../../kernel/day.ts'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { Facts } from '../../../../portal/components/margin-note/margin-note.tsx'
import type { DocumentView, PrintView, RelationView } from '../../contract.ts'
import { EFFECT_WORDS, RelatedDocument } from '../relation-words.tsx'
import { UnitLinks } from '../task-words.tsx'

/** Citations that stand in the margin of the head; the rest is on a page of its own. */
const MOST = 3

const Group: FC<{ label: string; entries: readonly Child[] }> = ({ label, entries }) =>
  entries.length === 0 ? null : (
    <div class="note-group">
      <h2>{label}</h2>
      <ul>
        {entries.map((entry) => (
          <li>{entry}</li>
        ))}
      </ul>
    </div>
  )

const Print: FC<{ print: PrintView }> = ({ print: { gazette, page, fileHash } }) => (
  <>
    {gazette ? (
      <a href={gazette.url}>
        公报{gazette.year}年第{gazette.number}期
      </a>
    ) : (
      '单行文件'
    )}
    {page ? `第${page}页` : null} <a href={`/files/${fileHash}`}>原件</a>
  </>
)

const day = (value: string | null): Child | null => (value ? <DayText day={value} /> : null)

/** Citations that no clause of the text shows beside it. */
const unplaced = (relations: readonly RelationView[]) => relations.filter(({ clauseId }) => clauseId === null)

/** What stands beside the head: days, validity, where it was printed, what it rests on, its history. */
export const FactsNote: FC<{ document: DocumentView }> = ({ document }) => {
  const { relations, prints, validityView, id } = document
  const cites = unplaced(relations.to)
  const total = relations.to.length + relations.from.length
  const byWord = Map.groupBy(cites.slice(0, MOST), ({ effect }) => EFFECT_WORDS[effect].to)
  return (
    <details class="note fold">
      <summary>文件信息、刊载和引用</summary>
      <div class="note-body">
        <h2 class="hidden-text">文件信息</h2>
        <Facts
          facts={[
            ['成文', day(document.signedOn)],
            ['印发', document.printedOn === document.signedOn ? null : day(document.printedOn)],
            ['发布', day(document.publishedOn)],
            ['施行', day(document.effectiveFrom)],
            ['机关', document.issuers.length > 0 ? <UnitLinks units={document.issuers} /> : null],
            [
              '主题',
              document.topic ? (
                <a href={`/documents?topic=${encodeURIComponent(document.topic)}`}>{document.topic}</a>
              ) : null,
            ],
            ['类别', document.kind],
            ['登记号', document.registrationNumber],
            ['索引号', document.indexNumber],
            ['效力', validityView.reason],
            ['收录', <time datetime={document.loadedAt}>{shanghaiMinute(new Date(document.loadedAt))}</time>],
          ]}
        />
        <Group label="刊载" entries={prints.map((print) => <Print print={print} />)} />
        {[...byWord].map(([word, entries]) => (
          <Group label={word} entries={entries.map((relation) => <RelatedDocument relation={relation} />)} />
        ))}
        <Group
          label="被引用"
          entries={relations.from
            .slice(0, MOST)
            .map((relation) => <RelatedDocument relation={relation} anchor={relation.clauseId} />)}
        />
        <Group
          label="更多"
          entries={[
            ...(total > 0 ? [<a href={`/documents/${id}/citations`}>引用关系{total}条</a>] : []),
            <a href={`/documents/${id}/history`}>版本与刊载沿革</a>,
          ]}
        />
      </div>
    </details>
  )
}
