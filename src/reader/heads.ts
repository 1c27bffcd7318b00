import { foldForComparing } from '../kernel/han.ts'
import { isForwarded, isOrdered } from './enclosed-heads.ts'
import type { Head, HeadKnowledge } from './head.ts'
import { headAtNumber, headAtTitle } from './head-at.ts'
import type { Line } from './lines.ts'
import {
  bareAttachmentLabel,
  dateOf,
  isDisclosureMark,
  isOrganName,
  printedDateText,
  signedOnOneLine,
} from './marks.ts'
import { numberMark } from './number-marks.ts'
import { beginsWithPlace, joinTitle } from './title-words.ts'
import { isLetterheadNote, isMasthead, isTitlePiece, looksLikeTitle, titleCore, titleFrom } from './titles.ts'
import type { ContentsEntry } from './types.ts'

/** Most lines that a title of the contents runs over. */
const LONGEST_TITLE = 8

/** Finds where documents begin, in order. A source without any sign is one document that begins at its first line. */
export function findHeads(lines: readonly Line[], know: HeadKnowledge): Head[] {
  const heads: Head[] = []
  const wanted = new Wanted(know.entries)
  const next = nextOfTitle(lines)
  let floor = 0
  let isClosed = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.isRow || line.bare === '') continue
    const head =
      headAtNumber(lines, at, floor, know) ??
      wanted.headAt(lines, at, know.underSection) ??
      (mayBegin(lines, at, next, know) ? headAtTitle(lines, at, heads.at(-1) ?? null, isClosed, know) : null)
    if (!head) {
      isClosed ||= dateOf(line) !== null || printedDateText(line) !== null || signedOnOneLine(line) !== null
      continue
    }
    const own = withoutSignature(lines, head, heads.at(-1))
    const found = { ...own, entry: wanted.entryOf(own) }
    if (found.entry === null && isForwarded(heads.at(-1), found)) continue
    if (isOrdered(lines, heads.at(-1), found)) {
      const order = heads.pop() as Head
      heads.push({ ...order, entry: order.entry ?? found.entry })
      continue
    }
    if (isPrintedAgain(heads.at(-1), found)) heads.push(again(heads.pop() as Head, found))
    else heads.push(found)
    floor = head.body
    at = head.body - 1
    isClosed = false
  }
  const first = heads[0]
  if (!first || (first.start > 0 && holdsText(lines.slice(0, first.start)))) heads.unshift(firstHead(lines, know))
  return heads.filter((head, index) => index === 0 || head.start >= (heads[index - 1]?.body ?? 0))
}

/** For each line, the first from it on that has words with which titles say what they do. */
function nextOfTitle(lines: readonly Line[]): Int32Array {
  const next = new Int32Array(lines.length + 1).fill(lines.length + LONGEST_TITLE)
  for (let at = lines.length - 1; at >= 0; at--)
    next[at] = SAYS.test((lines[at] as Line).bare) ? at : (next[at + 1] as number)
  return next
}

/** Whether a title without a number may begin here: its words are near, or it stands where any title would do. */
const mayBegin = (lines: readonly Line[], at: number, next: Int32Array, know: HeadKnowledge): boolean =>
  (next[at] as number) < at + LONGEST_TITLE ||
  know.underSection.has((lines[at] as Line).number) ||
  (know.isGazette && at > 0 && mayFollow(lines[at - 1] as Line, know))

/** A printing line ends a document; without a contents page a table may, and the day of a signature. */
const mayFollow = (before: Line, know: HeadKnowledge): boolean =>
  (know.entries.length === 0 && (before.isRow || dateOf(before) !== null)) || printedDateText(before) !== null

const SAYS = /关于|印发|转发|批转|公布|发布|大事记/

const holdsText = (lines: readonly Line[]): boolean =>
  lines.some((line) => line.key.length > 60 && /[。;]/.test(line.key))

/**
 * Who signs beneath the date (日期 first, then the organ) stands directly over the next title, which begins with an organ
 * too: the first of them signed the document before, which it issued.
 */
function withoutSignature(
  lines: readonly Line[],
  head: Omit<Head, 'entry'>,
  last: Head | undefined,
): Omit<Head, 'entry'> {
  const [first, second] = head.titleLines
  const [date, above] = [lines[head.start - 1], lines[head.start - 2]]
  if (!last || !first || !second || !date || !above || lines[head.start] !== first) return head
  const isSigned =
    dateOf(date) !== null &&
    !isOrganName(above) &&
    isOrganName(first) &&
    (last.title.startsWith(first.bare) || last.letterhead === first.bare) &&
    beginsWithPlace(second.bare)
  if (!isSigned) return head
  const titleLines = head.titleLines.slice(1)
  return { ...head, start: head.start + 1, titleLines, title: joinTitle(titleLines) }
}

/** Lines between a title with its number and the letterhead that prints both again. */
const NEAR = 6

/** Gazettes print title and number and then the letterhead page with both: one document. */
const isPrintedAgain = (last: Head | undefined, head: Head): last is Head =>
  last !== undefined &&
  last.docNumber !== null &&
  head.docNumber !== null &&
  (last.docNumber === head.docNumber
    ? head.start - last.body <= NEAR && (titleCore(last.title) === titleCore(head.title) || head.title === '')
    : head.title === '' && head.start === last.body && countsOf(last.docNumber) === countsOf(head.docNumber))

/** Year and serial of a number: 海关总署公告2024年第148号 over 公告〔2024〕148号 is one number, said twice. */
const countsOf = (docNumber: string): string => (docNumber.match(/\d+/g) ?? []).join('/')

const again = (first: Head, second: Head): Head => ({
  ...first,
  body: second.body,
  letterhead: first.letterhead ?? second.letterhead,
})

/** The titles that the contents pages name, found where they stand as titles. */
class Wanted {
  readonly #entries: readonly ContentsEntry[]
  readonly #byCore: ReadonlyMap<string, readonly ContentsEntry[]>
  readonly #byNumber: ReadonlyMap<string, ContentsEntry>
  readonly #found = new Set<ContentsEntry>()

  constructor(entries: readonly ContentsEntry[]) {
    this.#entries = entries
    this.#byCore = Map.groupBy(entries, ({ title }) => titleCore(title))
    this.#byNumber = new Map(entries.flatMap((entry) => (entry.docNumber ? [[entry.docNumber, entry]] : [])))
  }

  entryOf({ title, docNumber }: Pick<Head, 'title' | 'docNumber'>): ContentsEntry | null {
    if (this.#entries.length === 0) return null
    const entry = (docNumber ? this.#byNumber.get(docNumber) : undefined) ?? this.#titled(titleCore(title)) ?? null
    if (entry) this.#found.add(entry)
    return entry
  }

  /** Of entries with one title, the first that no document has taken. */
  #titled(core: string): ContentsEntry | undefined {
    const entries = this.#byCore.get(core)
    return entries?.find((entry) => !this.#found.has(entry)) ?? entries?.[0]
  }

  /** A title that the contents name and that was not found before; its number is the one of the contents when none is printed. */
  headAt(lines: readonly Line[], at: number, underSection: ReadonlySet<number>): Omit<Head, 'entry'> | null {
    if (this.#entries.length === 0) return null
    const pieces: Line[] = []
    for (let index = at; index < lines.length && pieces.length < LONGEST_TITLE; index++) {
      const line = lines[index] as Line
      if (!isTitlePiece(line) || (line.number !== lines[at]?.number && underSection.has(line.number))) return null
      pieces.push(line)
      const title = joinTitle(pieces)
      const entry = this.#titled(titleCore(title))
      if (!entry || this.#found.has(entry) || !isSameTitle(entry.title, title)) continue
      // What stands over the whole title is of the document before: the title begins further down.
      if (pieces.length > 1 && endsWithWhole(pieces.slice(1), entry.title)) return null
      const next = lines[index + 1]
      if (next && numberMark(next)) return null
      return {
        start: at,
        body: index + 1,
        title,
        titleLines: pieces,
        docNumber: entry.docNumber,
        letterhead: null,
      }
    }
    return null
  }
}

/** Titles are the same when one leaves out the issuer that the other names. */
const isSameTitle = (one: string, other: string): boolean => {
  const [a, b] = [foldForComparing(one), foldForComparing(other)]
  return a === b || a.endsWith(b) || b.endsWith(a)
}

/** Whether the last of the lines, or all of them, are the title of an entry that names its issuer. */
const endsWithWhole = (lines: readonly Line[], title: string): boolean =>
  beginsWithPlace(title) && foldForComparing(joinTitle(lines)).endsWith(foldForComparing(title))

/** 附件1, 大纲3, 表2 over a title of its own. */
const NUMBERED_LABEL = /^\p{Script=Han}{1,3}[\d一二三四五六七八九十]{1,2}$/u

/** The document that begins the source: its first lines are its title when they look like one. */
function firstHead(lines: readonly Line[], know: HeadKnowledge): Head {
  const found = lines.findIndex(
    (line) =>
      line.bare !== '' &&
      !isMasthead(line) &&
      !isLetterheadNote(line) &&
      !isDisclosureMark(line) &&
      bareAttachmentLabel(line) === null &&
      !NUMBERED_LABEL.test(line.bare),
  )
  const start = Math.max(0, found)
  const pieces = titleFrom(lines, start, know.kinds)
  const titled =
    pieces.length > 0 && (looksLikeTitle(joinTitle(pieces), know.kinds) || pieces.length === 1)
      ? pieces
      : pieces.slice(0, 1)
  const first = titled[0]
  const empty = { start: 0, title: '', titleLines: [], docNumber: null, letterhead: null, entry: null }
  if (!first) return { ...empty, body: 0 }
  const after = lines[start + titled.length]
  const number = after ? numberMark(after) : null
  return {
    ...empty,
    body: start + titled.length + (number ? 1 : 0),
    title: joinTitle(titled),
    titleLines: titled,
    docNumber: number?.docNumber ?? null,
  }
}
