import type { Head, HeadKnowledge } from './head.ts'
import { endsBefore, isBorder, isEnd, mayEnd } from './head-border.ts'
import type { Line } from './lines.ts'
import { isOrganName } from './marks.ts'
import { type NumberMark, numberBehindTitle, numberMark } from './number-marks.ts'
import { isUnderHeading } from './title-issuers.ts'
import { joinTitle } from './title-words.ts'
import {
  contiguousBefore,
  isLetterheadNote,
  isTitlePiece,
  isWholeTitle,
  looksLikeTitle,
  titleAtEnd,
  titleFrom,
} from './titles.ts'

/** Lines that a title and what carries it on take at most. */
const LONGEST_TITLE = 10

type NewHead = Omit<Head, 'entry'>

/** 明溪区人民政府文件, 明溪区人民政府办公室传真电报; 明溪区人民政府土地征收公告 says what it announces: a title. */
const LETTERHEAD =
  /(?:文件|电报|函|.{2}(?<!命)令)$|^(?:令|公告|通告|决定)$|(?:政府|国务院|委员会|主席|[局委厅部院行会署处办]|办公室)(?:令|公告|通告|决定)$/
const isLetterhead = (bare: string): boolean => LETTERHEAD.test(bare) && !bare.includes('关于')

/** Lines of a letterhead above a number: …文件, the organs that issue jointly; 特急 and registration numbers about them. */
interface Letterhead {
  readonly start: number
  readonly lines: readonly Line[]
}

function letterheadAbove(lines: readonly Line[], at: number, floor: number): Letterhead {
  let start = aboveNotes(lines, at, floor)
  const found: Line[] = []
  while (start > floor && isOfLetterhead(lines[start - 1] as Line)) found.unshift(lines[--start] as Line)
  const isLetterheadThere =
    found.length > 0 && (isLetterhead(found.at(-1)?.bare ?? '') || isOrganName(found.at(-1) as Line))
  return isLetterheadThere ? { start: aboveNotes(lines, start, floor), lines: found } : { start: at, lines: [] }
}

const isOfLetterhead = (line: Line): boolean => isTitlePiece(line) && (isOrganName(line) || isLetterhead(line.bare))

const aboveNotes = (lines: readonly Line[], at: number, floor: number): number => {
  let start = at
  while (start > floor && start > at - 3 && isLetterheadNote(lines[start - 1] as Line)) start--
  return start
}

/** The organs of a letterhead, without what it calls the document. */
const organsOf = (letterhead: readonly Line[]): string | null =>
  organOf(joinTitle(letterhead.filter(({ bare }) => bare !== '文件'))) || null

/** 明溪区人民政府森林防火令 → 明溪区人民政府: what kind of order it is does not belong to the organ. */
const organOf = (name: string): string =>
  /^.{2,30}人民政府(?:办公室|办公厅)?(?=.{0,10}(?:令|公告|通告|决定|文件)$)/.exec(name)?.[0] ??
  name.replace(/(?:文件|令|公告|通告|决定)$/, '')

/** A line that is a document number: the title stands before it (gazettes) or after it (letterheads). */
export function headAtNumber(lines: readonly Line[], at: number, floor: number, know: HeadKnowledge): NewHead | null {
  const line = lines[at]
  const mark = line && numberMark(line)
  if (!mark) return null
  const before = sinceSection(contiguousBefore(lines, at, floor), know)
  if (mark.isOrder) return headOfOrder(lines, at, mark, before, floor, know)
  const letterhead = letterheadAbove(lines, at, floor)
  const above = titleAtEnd(before, know.kinds, isUnderHeading(lines, at - before.length, floor))
  const head = { docNumber: mark.docNumber, body: at + 1 }
  const isAboveLetterhead = above.length === 0 || isLetterhead(joinTitle(above))
  if (!isAboveLetterhead && isWholeTitle(joinTitle(above), know.kinds))
    return { ...head, start: at - above.length, body: skipNotes(lines, at + 1), ...titled(above), letterhead: null }
  if (mark.isBracketed) return null
  const below = titleFrom(lines, skipNotes(lines, at + 1), know.kinds)
  if (below.length > 0 && looksLikeTitle(joinTitle(below), know.kinds))
    return {
      ...head,
      start: letterhead.start,
      body: skipNotes(lines, at + 1) + below.length,
      ...titled(below),
      letterhead: organsOf(letterhead.lines),
    }
  if (!isAboveLetterhead) return { ...head, start: at - above.length, ...titled(above), letterhead: null }
  const isBare = letterhead.lines.length > 0 || at === floor || isEnd(lines[at - 1])
  // 明溪区人民政府公告 over its number, and then the text: the letterhead is the title.
  const named = /(?:公告|通告|决定|令)$/.test(letterhead.lines.at(-1)?.bare ?? '') ? letterhead.lines : []
  return isBare ? { ...head, start: letterhead.start, ...titled(named), letterhead: organsOf(letterhead.lines) } : null
}

const titled = (titleLines: readonly Line[]) => ({ title: joinTitle(titleLines), titleLines })

const skipNotes = (lines: readonly Line[], at: number): number => {
  let index = at
  while (index < at + 2 && lines[index] && isLetterheadNote(lines[index] as Line)) index++
  return index
}

/** 明溪区人民政府令 / 第12号: orders and announcements are numbered by their organ. */
function headOfOrder(
  lines: readonly Line[],
  at: number,
  { docNumber, organ }: NumberMark,
  before: readonly Line[],
  floor: number,
  know: HeadKnowledge,
): NewHead | null {
  const letterhead = organ === null ? letterheadAbove(lines, at, floor) : { start: at, lines: [] }
  const name = organ ?? joinTitle(letterhead.lines)
  const line = lines[at] as Line
  // …公告〔2024〕第3号 in the middle of a sentence that lines cut.
  if (organ !== null && before.length > 0 && !endsBefore(lines[at - 1])) return null
  const above = organ === null ? titleAtEnd(before, know.kinds, isUnderHeading(lines, at - before.length, floor)) : []
  const isMinutes = joinTitle(above).endsWith('会议纪要')
  if (above.length > 0 && (isMinutes || isWholeTitle(joinTitle(above), know.kinds)))
    return { docNumber, start: at - above.length, body: at + 1, ...titled(above), letterhead: null }
  if (!/(?:令|公告|通告|决定)$/.test(name)) return null
  const below = titleFrom(lines, at + 1, know.kinds)
  const isTitled = below.length > 0 && isWholeTitle(joinTitle(below), know.kinds)
  return {
    docNumber: organ === null ? `${name}${docNumber}` : docNumber,
    start: letterhead.start,
    body: at + 1 + (isTitled ? below.length : 0),
    ...titled(isTitled ? below : organ === null ? letterhead.lines : [line]),
    letterhead: organOf(name),
  }
}

/** No title reaches over the heading of a section: pieces from the last line that stands under one. */
const sinceSection = (pieces: Line[], { underSection }: HeadKnowledge): Line[] => {
  const last = pieces.findLast(({ number }) => underSection.has(number))
  return last ? pieces.slice(pieces.findIndex(({ number }) => number === last.number)) : pieces
}

const untilSection = (pieces: Line[], { underSection }: HeadKnowledge): Line[] => {
  const at = pieces.findIndex(({ number }) => number !== pieces[0]?.number && underSection.has(number))
  return at < 0 ? pieces : pieces.slice(0, at)
}

/** A title without a number below or above it. `previous` is the document before, null at the beginning. */
export function headAtTitle(
  lines: readonly Line[],
  at: number,
  previous: Head | null,
  isClosed: boolean,
  know: HeadKnowledge,
): NewHead | null {
  const line = lines[at]
  if (!line || !isTitlePiece(line)) return null
  const numbered = withNumberBehind(lines, at, know)
  if (numbered) return numbered
  const pieces = untilSection(titleFrom(lines, at, know.kinds), know)
  // What stands over a whole title and is no issuer is no part of it: the title begins on a later line.
  const floor = previous?.body ?? 0
  if (pieces.length === 0 || titleAtEnd(pieces, know.kinds, isUnderHeading(lines, at, floor)).length < pieces.length)
    return null
  // A number that follows, directly or after further lines of the title, makes this the head that headAtNumber finds.
  let after = at + pieces.length
  while (after < at + LONGEST_TITLE && lines[after] && isTitlePiece(lines[after] as Line)) after++
  if (lines[after] && numberMark(lines[after] as Line)) return null
  return isBorder(lines, at, pieces, previous, isClosed, know)
    ? { start: at, body: at + pieces.length, ...titled(pieces), docNumber: null, letterhead: null }
    : null
}

/** 关于…的通知（明溪政发〔2024〕3号）, over one line or several; a list of such lines is none. */
function withNumberBehind(lines: readonly Line[], at: number, know: HeadKnowledge): NewHead | null {
  for (let count = 1; count <= 5 && at + count <= lines.length; count++) {
    const pieces = lines.slice(at, at + count)
    if (!isTitlePiece(pieces.at(-1) as Line)) return null
    const found = numberBehindTitle(joinTitle(pieces))
    if (!found) continue
    const next = lines[at + count]
    const before = lines[at - 1]
    const isList = [before, next].some((line) => line && isTitlePiece(line) && /号[)）]$/.test(line.bare))
    const isCited = /^《[^《》]*(?:《[^《》]*》[^《》]*)*》$/.test(found.title)
    if (isList || isCited || !isWholeTitle(found.title, know.kinds) || !mayEnd(before)) return null
    return { start: at, body: at + count, ...found, titleLines: pieces, letterhead: null }
  }
  return null
}
