import { formatDocNumber, readDocNumber } from '../../kernel/doc-number.ts'
import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { sectionName } from '../sections.ts'
import type { ContentsEntry } from '../types.ts'
import { type ContentsPages, LEADERS, MOST_LINES, shortHeading, textOf, titleAndNumber } from './entry.ts'

const cellsOf = (line: Line): string[] =>
  textOf(line)
    .split('\t')
    .map((cell) => cell.trim())

const NAMES_PAGE = /^(?:页码|页次|页数|页)$/
const isHeader = (line: Line): boolean =>
  textOf(line).includes('\t') && cellsOf(line).some((cell) => NAMES_PAGE.test(withoutSpaces(cell)))

/** How far under the heading the names of the columns stand. */
const NEAR = 4

/** Contents printed as a table: 序号 文件名称 文号 页码, with headings of sections between its rows. */
export function inTable(lines: readonly Line[], start: number): ContentsPages | null {
  const header = lines.findIndex((line, at) => at > start && at <= start + NEAR && isHeader(line))
  if (header < 0) return null
  const names = cellsOf(lines[header] as Line)
  const isPageFirst = names.findIndex((name) => NAMES_PAGE.test(withoutSpaces(name))) === 0
  const entries: ContentsEntry[] = []
  const sections: string[] = []
  let section: string | null = null
  let end = header
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    if (at === header || isHeader(line) || LEADERS.test(textOf(line))) continue
    const entry = entryIn(line, isPageFirst)
    if (entry) entries.push({ ...entry, section, line: line.number })
    else {
      const named =
        sectionName(withoutSpaces(foldWidth(textOf(line)))) ??
        shortHeading(line) ??
        between(line, lines[at + 1], isPageFirst)
      if (named === null || sections.includes(named)) break
      sections.push(named)
      section = named
    }
    end = at
  }
  if (entries.length === 0) return null
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}

/** A few words over a row of the table are a heading, whatever they say. */
const between = (line: Line, next: Line | undefined, isPageFirst: boolean): string | null =>
  next && entryIn(next, isPageFirst) && !line.isRow && line.bare !== '' && line.bare.length <= 16 ? line.bare : null

/** The title is the longest cell of words, the number one that reads as such, the page the last or the first. */
function entryIn(line: Line, isPageFirst: boolean): Pick<ContentsEntry, 'title' | 'docNumber' | 'page'> | null {
  const cells = cellsOf(line)
  const page = /^[(（]?(\d{1,4})(?:[-—~]\d{1,4})?[)）]?$/.exec(foldWidth(cells.at(isPageFirst ? 0 : -1) ?? ''))
  const titles = cells.filter((cell) => /\p{Script=Han}{4}/u.test(cell))
  const title = titles.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '')
  if (cells.length < 2 || !page || title === '') return null
  const numbers = cells.flatMap((cell) => (cell === title ? [] : (readDocNumber(withoutSpaces(foldWidth(cell))) ?? [])))
  const read = titleAndNumber(title)
  return { ...read, docNumber: numbers[0] ? formatDocNumber(numbers[0]) : read.docNumber, page: Number(page[1]) }
}
