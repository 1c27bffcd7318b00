import type { FC } from 'hono/jsx'
import type { Day } from '../../../../kernel/day.ts'
import { BySense } from '../../../../portal/components/by-sense/by-sense.tsx'
import type { CutWords } from '../../../../portal/components/by-sense/sense-pieces.ts'
import type { DocumentView, ElementView } from '../../contract.ts'
import type { Block } from './blocks.ts'
import { ClauseHeading, paragraphOf } from './clause.tsx'
import { ClauseNotes } from './clause-notes.tsx'
import { PrintedTable } from './table.tsx'

export interface DocumentTextProps {
  readonly document: DocumentView
  readonly blocks: readonly Block[]
  readonly today: Day
  readonly cut: CutWords
  /** Level of the headings under the title of the document. */
  readonly level?: 2 | 3
}

/** Titles of the attachments by their index; of one that is named and not printed '': no link leads to it. */
function titlesOfPrinted({ document, blocks }: DocumentTextProps): readonly string[] {
  const printed = new Set(blocks.flatMap((block) => (block.kind === 'attachment' ? [block.index] : [])))
  return document.attachments.map(({ title }, index) => (printed.has(index) ? title : ''))
}

const lengthOf = (elements: readonly ElementView[]): number =>
  elements.reduce((sum, element) => sum + ('text' in element ? element.text.length : 0), 0)

/** Two ends of a line of the imprint, set apart by spaces in the source: office and day. */
const Imprint: FC<{ lines: readonly string[] }> = ({ lines }) => (
  <div class="imprint">
    {lines.map((line) => {
      const [left, right] = line.trim().split(/\s{2,}|\t/u)
      return (
        <p>
          <span>{left}</span>
          {right ? <span>{right}</span> : null}
        </p>
      )
    })}
  </div>
)

const Signature: FC<{ lines: readonly string[] }> = ({ lines }) => (
  <div class="pair pair--plain">
    <div class="doc-text">
      <div class="signature">
        {lines.map((line) => (
          <p>{line.replace(/\s+/gu, '')}</p>
        ))}
      </div>
    </div>
  </div>
)

/** One block; how it is set depends on nothing that stands before it. */
const BlockView: FC<{ block: Block; titles: readonly string[] } & DocumentTextProps> = (props) => {
  const { block, titles, document, today, cut, level = 2 } = props
  if (block.kind === 'text') return <TextBlock block={block} titles={titles} document={document} today={today} />
  if (block.kind === 'heading')
    return <ClauseHeading clause={block.clause} level={(level + (block.isBelow ? 1 : 0)) as 2 | 3 | 4} />
  if (block.kind === 'signature') return <Signature lines={block.lines} />
  if (block.kind === 'imprint') return <Imprint lines={block.lines} />
  if (block.kind === 'table') {
    const table = document.tables[block.table]
    if (!table) return null
    const isTitleSaid = table.title === block.under || table.title === document.title
    const csvHref = `/documents/${document.id}/tables/${block.table + 1}.csv`
    const pictureHref = table.kind === 'statistics' ? `/statistics/${document.id}/${block.table + 1}` : null
    const links = { csvHref, pictureHref }
    return <PrintedTable table={table} index={block.table} {...links} isTitleSaid={isTitleSaid} />
  }
  const Heading = `h${level}` as 'h2'
  if (block.kind === 'enclosure') {
    return (
      <Heading class="enclosure-title by-sense" id="enclosure">
        <BySense text={block.title} cut={cut} />
      </Heading>
    )
  }
  return (
    <div class="annex" id={`annex-${block.index + 1}`}>
      <Heading class="annex-mark">
        {document.attachments[block.index]?.label ?? '附件'}
        <span class="hidden-text">：{block.title}</span>
      </Heading>
      <p class="enclosure-title by-sense" aria-hidden="true">
        <BySense text={block.title} cut={cut} />
      </p>
    </div>
  )
}

interface TextBlockProps {
  readonly block: Extract<Block, { kind: 'text' }>
  readonly titles: readonly string[]
  readonly document: DocumentView
  readonly today: Day
}

const TextBlock: FC<TextBlockProps> = ({ block, titles, document, today }) => {
  const { elements, notes } = block
  return (
    <div class={notes ? 'pair' : 'pair pair--plain'}>
      <div class="doc-text">{elements.map((element) => paragraphOf(element, titles))}</div>
      {notes ? (
        <ClauseNotes
          notes={notes}
          textLength={lengthOf(elements)}
          today={today}
          planUrl={`/tasks?plan=${document.id}`}
        />
      ) : null}
    </div>
  )
}

/** The text of a document in its order, notes beside the clause that they belong to. Its title stands in the head. */
export const DocumentText: FC<DocumentTextProps> = (props) => {
  const titles = titlesOfPrinted(props)
  return (
    <>
      {props.blocks.map((block) => (
        <BlockView {...props} block={block} titles={titles} />
      ))}
    </>
  )
}
