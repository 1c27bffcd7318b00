import type { ElementView } from '../../contract.ts'
import type { ClauseNotes } from './notes.ts'

export type ClauseElement = Extract<ElementView, { kind: 'clause' }>

/** What the page sets as one thing. */
export type Block =
  /** `isBelow`: it stands under the title of an enclosure or attachment. */
  | { readonly kind: 'heading'; readonly clause: ClauseElement; readonly isBelow: boolean }
  /** Paragraphs with what stands beside them. */
  | { readonly kind: 'text'; readonly elements: readonly ElementView[]; readonly notes: ClauseNotes | null }
  | { readonly kind: 'enclosure'; readonly title: string }
  /** Index of the attachment, and its title as it is printed over it. */
  | { readonly kind: 'attachment'; readonly index: number; readonly title: string }
  /** `under`: the title of the attachment that it stands in. */
  | { readonly kind: 'table'; readonly table: number; readonly under: string | null }
  /** Who signed and when, under the text. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  /** The imprint at the end (版记): copies, printing office and day. */
  | { readonly kind: 'imprint'; readonly lines: readonly string[] }

const LONGEST_HEADING = 50

const isHeading = (element: ElementView): element is ClauseElement =>
  element.kind === 'clause' &&
  (element.level === 1 || element.level === 'part' || element.level === 'chapter' || element.level === 'section') &&
  element.heading !== null &&
  element.text.length <= LONGEST_HEADING &&
  // A sentence with its full stop is a paragraph, also when nothing follows it.
  element.text.slice(element.heading.length).replace(/[：:]/gu, '') === ''

/** Where the imprint begins: the last notes of the document that do not stand in brackets. */
function imprintStart(elements: readonly ElementView[]): number {
  let at = elements.length
  for (; at > 0; at--) {
    const element = elements[at - 1]
    if (element?.kind !== 'note' || /^[（(]/u.test(element.text)) break
  }
  return at
}

/** Titles over several lines are one title; a title that stands between text of the same part opens nothing. */
const joined = (before: string, line: string): string => `${before}${line}`.replace(/\s+/gu, '')

/**
 * Puts the elements of a document together as its page sets them. A clause with notes stands alone, so that on a phone
 * its notes fold directly under it; what has none runs on. The title of the notice stands in the head.
 */
export function blocksOf(elements: readonly ElementView[], notes: ReadonlyMap<string, ClauseNotes>): readonly Block[] {
  const blocks: Block[] = []
  let run: ElementView[] = []
  /** Notes of a heading stand beside the paragraph that follows it. */
  let pending = null as ClauseNotes | null
  const flush = () => {
    if (run.length > 0) blocks.push({ kind: 'text', elements: run, notes: null })
    run = []
  }
  const flushAll = () => {
    flush()
    if (pending) blocks.push({ kind: 'text', elements: [], notes: pending })
    pending = null
  }
  const end = imprintStart(elements)
  for (const element of elements.slice(0, end)) {
    if (element.kind === 'title') {
      flushAll()
      if (element.part.kind !== 'notice') openPart(blocks, element.part, element.text)
      continue
    }
    if (element.kind === 'table') {
      flushAll()
      blocks.push({ kind: 'table', table: element.table, under: titleAbove(blocks) })
      continue
    }
    if (element.kind === 'signature' || element.kind === 'date') {
      flushAll()
      sign(blocks, element.text)
      continue
    }
    const own = element.id ? (notes.get(element.id) ?? null) : null
    if (isHeading(element)) {
      flushAll()
      blocks.push({ kind: 'heading', clause: element, isBelow: titleAbove(blocks) !== null })
      pending = own
      continue
    }
    const beside = own && pending ? together(pending, own) : (own ?? pending)
    if (beside === null) {
      run.push(element)
      continue
    }
    flush()
    pending = null
    blocks.push({ kind: 'text', elements: [element], notes: beside })
  }
  flushAll()
  const imprint = elements.slice(end).flatMap((element) => ('text' in element ? [element.text] : []))
  if (imprint.length > 0) blocks.push({ kind: 'imprint', lines: imprint })
  return blocks
}

function titleAbove(blocks: readonly Block[]): string | null {
  const part = blocks.findLast(({ kind }) => kind === 'enclosure' || kind === 'attachment')
  return part && 'title' in part ? part.title : null
}

const together = (one: ClauseNotes, other: ClauseNotes): ClauseNotes => ({
  tasks: [...one.tasks, ...other.tasks],
  relations: [...one.relations, ...other.relations],
})

function openPart(blocks: Block[], part: ElementView['part'], line: string): void {
  const last = blocks.at(-1)
  if (part.kind === 'attachment') {
    if (last?.kind === 'attachment' && last.index === part.index)
      blocks[blocks.length - 1] = { ...last, title: joined(last.title, line) }
    else blocks.push({ kind: 'attachment', index: part.index, title: line.replace(/\s+/gu, '') })
    return
  }
  if (last?.kind === 'enclosure') blocks[blocks.length - 1] = { ...last, title: joined(last.title, line) }
  else blocks.push({ kind: 'enclosure', title: line.replace(/\s+/gu, '') })
}

function sign(blocks: Block[], line: string): void {
  const last = blocks.at(-1)
  if (last?.kind === 'signature') blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] }
  else blocks.push({ kind: 'signature', lines: [line] })
}
