import { foldForComparing, foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { sectionName } from '../sections.ts'
import { isMasthead } from '../titles.ts'
import { Entries } from './entries.ts'
import { type ContentsPages, isOfDocument, LEADERS, PAGE, shortHeading, textOf } from './entry.ts'

/** Two entries of two columns on one line: …（1） …（12）. */
const BETWEEN_COLUMNS = /(?<=[(（]\s?\d{1,3}\s?[)）]|[.…·・]{2,}\s?\d{1,3})(?:\s{2,}|\t+)(?=\S{6})/
/** A page on a line of its own, where cells of contents stand one a line. */
const PAGE_ALONE = /^[(]?[1-9]\d{0,2}[)]?$/
/** …的通知明溪区人民政府…: two titles, one after the other, and no page between them. */
const TWO_TITLES =
  /(?:通知|决定|公告|通告|批复|意见|纪要|情况|指标|办法|通报|》)\p{Script=Han}{1,12}(?:人民政府|办公室|委员会|局)/u

/**
 * The text of an entry's line with the page that stands alone under it; null where none does. Contents print their pages in
 * one way: none is looked for where entries had theirs on their lines, nor one that falls back.
 */
function withPageBelow(text: string, next: Line | undefined, read: Entries): string | null {
  if (next === undefined || !PAGE_ALONE.test(next.bare) || PAGE.test(foldWidth(text))) return null
  if (read.entries.length > 0 && !read.hasPagesAlone) return null
  if (TWO_TITLES.test(read.pending + text)) return null
  const page = Number(next.bare.replace(/\D/g, ''))
  return page >= (read.entries.at(-1)?.page ?? 1) ? `${text}\t${page}` : null
}

/** Lines without a page number in a row after which the contents are over. */
const LONGEST_ENTRY = 6
/** Entries that end with their page, over one line or several, in one column or two. */
export function withPagesBehind(lines: readonly Line[], start: number): ContentsPages | null {
  const read = new Entries()
  let end = start
  for (let at = start + 1; at < lines.length && read.unnumbered <= LONGEST_ENTRY; at++) {
    const line = lines[at] as Line
    const text = textOf(line)
    // The contents go on on another page, under the running header and their heading.
    if (/^(?:目录|目次|要目)$/.test(line.bare) || isMasthead(line)) continue
    if (LEADERS.test(text)) {
      if (line.isRow) end = at
      continue
    }
    const named = read.isOpen ? null : (sectionName(withoutSpaces(foldWidth(text))) ?? shortHeading(line))
    if (named !== null) {
      read.section(named)
      continue
    }
    // The first entry's title again, standing as a title, or a sign of a document: the documents begin.
    if (!read.isOpen && read.titles.has(foldForComparing(text)) && !PAGE.test(foldWidth(text))) break
    if (isOfDocument(line)) break
    const whole = withPageBelow(text, lines[at + 1], read)
    if (whole !== null) {
      if (!read.take(whole, line.number)) break
      read.hasPagesAlone = true
      end = ++at
      continue
    }
    const [left = '', right] = text.split(BETWEEN_COLUMNS)
    if (!read.take(left, line.number)) break
    if (right !== undefined) read.takeRight(right, line.number)
    if (!read.isOpen) end = at
  }
  const entries = [...read.entries, ...read.right]
  if (entries.length === 0) return null
  return { entries, sections: read.sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}
