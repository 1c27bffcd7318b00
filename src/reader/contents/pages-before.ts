import { foldForComparing, foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { numberMark } from '../number-marks.ts'
import { sectionName } from '../sections.ts'
import type { ContentsEntry } from '../types.ts'
import {
  begins,
  type ContentsPages,
  isOfDocument,
  LEADERS,
  LONGEST_TEXT,
  MOST_LINES,
  PAGE,
  shortHeading,
  textOf,
  titleAndNumber,
} from './entry.ts'

/** 8　关于…的通知, （12） 关于…: the page before the title. 1. and 一、 number entries. */
const PAGE_BEFORE =
  /^[(·•—\-P]{0,2}\s?(\d{1,4})\s?[)·•—\-/]{0,2}(?:\s+|[.…·・]{2,}\s*|(?<=[)·•—/]))(?=[\p{Script=Han}《]|(?:19|20)\d{2}年)/u

/** Contents whose entries begin with their page. They end where a section, or the first title, stands again. */
export function withPagesBefore(lines: readonly Line[], start: number): ContentsPages | null {
  const entries: ContentsEntry[] = []
  const sections: string[] = []
  let section: string | null = null
  let open: { text: string; readonly page: number; readonly line: number } | null = null
  let end = start
  const close = () => {
    if (open) entries.push({ ...titleAndNumber(open.text), section, page: open.page, line: open.line })
    open = null
  }
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    const text = textOf(line)
    const key = foldWidth(text)
    if (LEADERS.test(text) || /^CONTENTS$/i.test(line.bare)) continue
    const page: RegExpExecArray | null = PAGE_BEFORE.exec(key)
    if (page && !PAGE.test(key) && Number(page[1]) >= (entries.at(-1)?.page ?? 0)) {
      close()
      open = { text: text.slice(page[0].length), page: Number(page[1]), line: line.number }
    } else {
      const named = sectionName(withoutSpaces(key)) ?? (open === null || isWholeEntry(open) ? shortHeading(line) : null)
      const isAgain = named !== null && sections.includes(named)
      const number = numberMark(line)
      const isOfEntry = number?.isBracketed === true && open !== null && !isWholeEntry(open)
      if (isAgain || isOfDocument(line) || (number && !isOfEntry) || isFirstAgain(entries, line)) break
      if (named !== null) {
        close()
        section = named
        sections.push(named)
        continue
      }
      if (open === null || isWholeEntry(open)) break
      open.text += text
    }
    end = at
  }
  close()
  if (entries.length < 2 || areCounted(entries)) return null
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}

/** 1, 2, 3, 4 without a gap number the items of a list. */
const areCounted = (entries: readonly ContentsEntry[]): boolean =>
  entries.length > 3 && entries.every(({ page }, at) => page === at + 1)

const isWholeEntry = ({ text }: { readonly text: string }): boolean =>
  /号[)）]$/.test(withoutSpaces(text)) || text.length > LONGEST_TEXT

const isFirstAgain = ([first]: readonly ContentsEntry[], line: Line): boolean =>
  first !== undefined && begins(foldForComparing(first.title), line.bare)
