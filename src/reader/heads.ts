import { formatDocNumber } from '../kernel/doc-number.ts'
import { foldForComparing, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import {
  clauseLabel,
  dateOf,
  isOrganName,
  isRecipients,
  isTitlePiece,
  numberOf,
  orderNumberOf,
  printedDateText,
} from './marks.ts'
import type { ContentsEntry } from './types.ts'

/** Where a document begins: its letterhead, title and number, as indexes into the lines. */
export interface Head {
  /** First line of the document. */
  readonly start: number
  /** First line after title and number. */
  readonly body: number
  readonly title: string
  readonly titleLines: readonly Line[]
  readonly docNumber: string | null
  /** Issuer as the letterhead above the number names it (…文件, …令), without 文件. */
  readonly letterhead: string | null
  readonly entry: ContentsEntry | null
}

/** Most lines that a title runs over. */
const LONGEST_TITLE = 8

export const joinTitle = (lines: readonly Pick<Line, 'text'>[]): string =>
  lines.map(({ text }) => withoutSpaces(text)).join('')

const isLetterhead = (key: string): boolean => /(?:文件|令|公告|通告)$/.test(key) && !key.includes('关于')

/** Whether pieces joined make the title of a document, by the words that titles have. */
export function looksLikeTitle(title: string, kinds: readonly string[]): boolean {
  const key = foldForComparing(title)
  if (key.length < 4 || key.length > 160) return false
  if (/关于.{2,}/.test(key)) return true
  return (
    kinds.some((kind) => key.endsWith(kind) && key.length > kind.length + 2) ||
    /(?:\(试行\)|\(暂行\)|修订\)|\d{4}年?\)|表)$/.test(key)
  )
}

/** Title pieces directly before a line, nearest last. */
function piecesBefore(lines: readonly Line[], at: number, floor: number, sections: ReadonlySet<string>): Line[] {
  const pieces: Line[] = []
  for (let index = at - 1; index >= floor && pieces.length < LONGEST_TITLE; index--) {
    const line = lines[index]
    if (!line || !isTitlePiece(line) || sections.has(sectionKey(line.key))) break
    pieces.unshift(line)
  }
  return pieces
}

export const sectionKey = (key: string): string =>
  key.length > 60 ? '' : withoutSpaces(key).replace(/^[【[〖★◆●■]+|[】\]〗★◆●■]+$/g, '')

/** Title pieces from a line on, until the title is whole or no piece follows. */
function piecesFrom(lines: readonly Line[], at: number, kinds: readonly string[]): Line[] {
  const pieces: Line[] = []
  for (let index = at; index < lines.length && pieces.length < LONGEST_TITLE; index++) {
    const line = lines[index]
    if (!line || !isTitlePiece(line) || isRecipients(line)) break
    // A whole title is followed by no further piece, unless what follows completes it (的 通知).
    if (pieces.length > 0 && isWholeTitle(joinTitle(pieces), kinds) && !/^(?:的|[(（])/.test(line.text)) break
    pieces.push(line)
  }
  return pieces
}

const isWholeTitle = (title: string, kinds: readonly string[]): boolean => {
  const key = foldForComparing(title)
  return /关于.+的.{1,6}$/.test(key) && kinds.some((kind) => key.endsWith(kind))
}

export interface HeadKnowledge {
  readonly kinds: readonly string[]
  readonly entries: readonly ContentsEntry[]
  readonly sections: ReadonlySet<string>
  /** The source is a gazette: documents follow one another. */
  readonly isGazette: boolean
}

/** Finds where documents begin, in order. A source without any sign is one document that begins at its first line. */
export function findHeads(lines: readonly Line[], know: HeadKnowledge): Head[] {
  const heads: Head[] = []
  const wanted = new Map(know.entries.map((entry) => [foldForComparing(entry.title), entry]))
  let floor = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.isRow) continue
    const head =
      headAtNumber(lines, at, floor, know) ??
      headAtOrder(lines, at, floor, know) ??
      headAtTitle(lines, at, heads, wanted, know)
    if (!head) continue
    heads.push({ ...head, entry: entryOf(head, know.entries) })
    floor = head.body
    at = head.body - 1
  }
  const first = heads[0]
  if (!first || (first.start > 0 && holdsText(lines.slice(0, first.start)))) heads.unshift(firstHead(lines, know))
  return dropOverlaps(heads)
}

const holdsText = (lines: readonly Line[]): boolean =>
  lines.some((line) => line.key.length > 60 && /[。;]/.test(line.key))

function dropOverlaps(heads: readonly Head[]): Head[] {
  return heads.filter((head, index) => index === 0 || head.start >= (heads[index - 1]?.body ?? 0))
}

/** A line that is a document number: the title stands before it (gazettes) or after it (letterheads). */
function headAtNumber(
  lines: readonly Line[],
  at: number,
  floor: number,
  know: HeadKnowledge,
): Omit<Head, 'entry'> | null {
  const line = lines[at]
  const number = line && numberOf(line)
  if (!number) return null
  const docNumber = formatDocNumber(number)
  const before = piecesBefore(lines, at, floor, know.sections)
  const title = joinTitle(before)
  if (looksLikeTitle(title, know.kinds) && !isLetterhead(foldForComparing(title))) {
    return { start: at - before.length, body: at + 1, title, titleLines: before, docNumber, letterhead: null }
  }
  const after = piecesFrom(lines, at + 1, know.kinds)
  const letterhead = title === '' ? null : title.replace(/文件$/, '')
  if (after.length > 0 && looksLikeTitle(joinTitle(after), know.kinds)) {
    return {
      start: at - before.length,
      body: at + 1 + after.length,
      title: joinTitle(after),
      titleLines: after,
      docNumber,
      letterhead,
    }
  }
  if (before.length === 0 && after.length === 0) return null
  const chosen = after.length > 0 ? after : before
  return {
    start: at - before.length,
    body: at + 1 + after.length,
    title: joinTitle(chosen),
    titleLines: chosen,
    docNumber,
    letterhead,
  }
}

/** 明溪区人民政府令 / 第12号: orders and announcements are numbered by their organ. */
function headAtOrder(
  lines: readonly Line[],
  at: number,
  floor: number,
  know: HeadKnowledge,
): Omit<Head, 'entry'> | null {
  const line = lines[at]
  const serial = line && orderNumberOf(line)
  if (!serial) return null
  const before = piecesBefore(lines, at, floor, know.sections)
  const letterhead = joinTitle(before)
  if (!/(?:令|公告|通告|决定)$/.test(letterhead)) return null
  const after = piecesFrom(lines, at + 1, know.kinds)
  const isTitled = looksLikeTitle(joinTitle(after), know.kinds)
  const titleLines = isTitled ? after : before
  return {
    start: at - before.length,
    body: at + 1 + (isTitled ? after.length : 0),
    title: joinTitle(titleLines),
    titleLines,
    docNumber: `${letterhead}第${serial}号`,
    letterhead: letterhead.replace(/(?:令|公告|通告|决定)$/, ''),
  }
}

/** A title without a number: one that the contents name, or one that stands after the end of the document before it. */
function headAtTitle(
  lines: readonly Line[],
  at: number,
  heads: readonly Head[],
  wanted: ReadonlyMap<string, ContentsEntry>,
  know: HeadKnowledge,
): Omit<Head, 'entry'> | null {
  const line = lines[at]
  if (!line || !isTitlePiece(line)) return null
  const previous = heads.at(-1)
  if (previous && at < previous.body) return null
  const named = wanted.size > 0 ? namedInContents(lines, at, wanted) : []
  const isNew =
    named.length > 0 && !heads.some(({ title }) => foldForComparing(title) === foldForComparing(joinTitle(named)))
  const pieces = isNew ? named : know.isGazette && afterAnEnd(lines, at) ? titleAfterEnd(lines, at, know) : []
  if (pieces.length === 0) return null
  // A number that follows directly makes this the head that headAtNumber will find.
  const next = lines[at + pieces.length]
  if (next && (numberOf(next) || orderNumberOf(next))) return null
  return {
    start: at,
    body: at + pieces.length,
    title: joinTitle(pieces),
    titleLines: pieces,
    docNumber: null,
    letterhead: null,
  }
}

function namedInContents(lines: readonly Line[], at: number, wanted: ReadonlyMap<string, ContentsEntry>): Line[] {
  const pieces: Line[] = []
  for (let index = at; index < lines.length && pieces.length < LONGEST_TITLE; index++) {
    const line = lines[index]
    if (!line || !isTitlePiece(line)) break
    pieces.push(line)
    const entry = wanted.get(foldForComparing(joinTitle(pieces)))
    if (entry && entry.docNumber === null) return pieces
  }
  return []
}

const afterAnEnd = (lines: readonly Line[], at: number): boolean => {
  const before = lines[at - 1]
  return before !== undefined && printedDateText(before) !== null
}

function titleAfterEnd(lines: readonly Line[], at: number, know: HeadKnowledge): Line[] {
  const pieces = piecesFrom(lines, at, know.kinds)
  return looksLikeTitle(joinTitle(pieces), know.kinds) ? pieces : []
}

/** The document that begins the source: its first lines are its title when they look like one. */
function firstHead(lines: readonly Line[], know: HeadKnowledge): Head {
  const start = Math.max(
    0,
    lines.findIndex((line) => line.text !== '' && !line.isRow),
  )
  const pieces = piecesFrom(lines, start, know.kinds)
  const joined = joinTitle(pieces)
  const titled =
    pieces.length > 0 && (looksLikeTitle(joined, know.kinds) || pieces.length === 1) ? pieces : pieces.slice(0, 1)
  const [first] = titled
  if (!first) return { start: 0, body: 0, title: '', titleLines: [], docNumber: null, letterhead: null, entry: null }
  const after = lines[start + titled.length]
  const number = after ? numberOf(after) : null
  return {
    start: 0,
    body: start + titled.length + (number ? 1 : 0),
    title: joinTitle(titled),
    titleLines: titled,
    docNumber: number ? formatDocNumber(number) : null,
    letterhead: null,
    entry: null,
  }
}

function entryOf(head: Omit<Head, 'entry'>, entries: readonly ContentsEntry[]): ContentsEntry | null {
  const title = foldForComparing(head.title)
  return (
    entries.find((entry) => entry.docNumber !== null && entry.docNumber === head.docNumber) ??
    entries.find((entry) => foldForComparing(entry.title) === title) ??
    null
  )
}

/** The organ that signs: names above a date, nearest first. */
export function signersAbove(lines: readonly Line[], at: number): Line[] {
  const found: Line[] = []
  for (let index = at - 1; index >= 0 && found.length < 8; index--) {
    const line = lines[index]
    if (!line || !isOrganName(line) || clauseLabel(line) || dateOf(line)) break
    found.unshift(line)
  }
  return found
}
