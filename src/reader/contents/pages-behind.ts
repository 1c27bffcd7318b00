import { foldForComparing, foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { sectionName } from '../sections.ts'
import { isMasthead } from '../titles.ts'
import { Entries } from './entries.ts'
import { type ContentsPages, isOfDocument, LEADERS, PAGE, shortHeading, textOf } from './entry.ts'

/** Two entries of two columns on one line: …（1） …（12）. */
const BETWEEN_COLUMNS = /(?<=[(（]\s?\d{1,3}\s?[)）]|[.…·・]{2,}\s?\d{1,3})(?:\s{2,}|\t+)(?=\S{6})/
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
    const [left = '', right] = text.split(BETWEEN_COLUMNS)
    if (!read.take(left, line.number)) break
    if (right !== undefined) read.takeRight(right, line.number)
    if (!read.isOpen) end = at
  }
  const entries = [...read.entries, ...read.right]
  if (entries.length === 0) return null
  return { entries, sections: read.sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}
