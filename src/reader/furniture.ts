import type { Line } from './lines.ts'

const PAGE_NUMBER =
  /^(?:[-—–―·•.~]*(?:\d{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,5})[-—–―·•.~]*|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|[(]\d{1,4}[)])$/
const ISSUE = /(?:公报|政报)/
const OF_ISSUE = /第\d{1,3}期|(?:19|20)\d{2}年|总第?\d+|\d+期|(?:19|20)\d{2}[·.]\d{1,2}/
const EMPTY_PAGE = /^\(?(?:此|本)页无正文\)?$|^\(?(?:此|本)页空白\)?$|^\(?以下无正文\)?$/
const CONTINUED = /^\(?(?:上接|下转|接上|转下)第?\d{1,3}[页版]?\)?$/
/** 2024年第1期, （总第9期）: the issue alone on a line. */
const ISSUE_ALONE = /^\(?(?:(?:19|20)\d{2}年?)?第?\d{1,3}期(?:\(?总第?\d{1,5}期\)?)?\)?$|^\(?总第?\d{1,5}期\)?$/
const LONGEST_HEADER = 40
/** How often a line comes back beside page numbers before it counts as a running header. */
const OFTEN = 3

/** A running header without what changes from page to page. */
const headerName = (bare: string): string => bare.replace(/\d+/g, '')

const isHeaderOfIssue = (bare: string): boolean =>
  bare.length <= LONGEST_HEADER && ISSUE.test(bare) && !/[。,;:《]|关于|统计公报/.test(bare)

const isPageNumber = (line: Line): boolean => line.bare.length <= 12 && PAGE_NUMBER.test(line.bare)

/**
 * Numbers of the lines that belong to pages, not to documents: page numbers, running headers (a gazette's name with its
 * issue, or any line that comes back on page after page beside the page number), notes on empty pages.
 */
export function furnitureLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  const names = new Map<string, number>()
  const besidePage = new Map<string, Line[]>()
  for (const [at, line] of lines.entries()) {
    const { bare, number } = line
    if (bare === '' || bare.length > LONGEST_HEADER) continue
    if (EMPTY_PAGE.test(bare) || CONTINUED.test(bare) || ISSUE_ALONE.test(bare)) found.add(number)
    else if (isPageNumber(line) && !isListNumber(lines, at)) found.add(number)
    else if (isHeaderOfIssue(bare)) {
      if (OF_ISSUE.test(bare)) found.add(number)
      else names.set(headerName(bare), (names.get(headerName(bare)) ?? 0) + 1)
    } else if (bare.length <= 30 && (isPageTurn(lines, at, at - 1) || isPageTurn(lines, at, at + 1))) {
      const name = headerName(bare)
      const same = besidePage.get(name)
      if (same) same.push(line)
      else besidePage.set(name, [line])
    }
  }
  for (const { bare, number } of lines)
    if (isHeaderOfIssue(bare) && (names.get(headerName(bare)) ?? 0) >= OFTEN) found.add(number)
  for (const same of besidePage.values())
    if (same.length >= OFTEN && same.every(({ bare }) => !/[。;,:]/.test(bare)) && !isCounted(same))
      for (const { number } of same) found.add(number)
  return found
}

/** Lines that differ by their number alone and count up are items, no header: 附件1, 附件2; 表1, 表2. */
const isCounted = (same: readonly Line[]): boolean =>
  /\d/.test(same[0]?.bare ?? '') &&
  new Set(same.map(({ bare }) => bare)).size > 1 &&
  /^(?:附|表|图|第)/.test(same[0]?.bare ?? '')

/** A page number, or the turn of a page, beside a line. */
function isPageTurn(lines: readonly Line[], at: number, beside: number): boolean {
  const [line, other] = [lines[at] as Line, lines[beside]]
  if (!other) return false
  if (other.source.page !== undefined && other.source.page !== line.source.page) return true
  return isPageNumber(other)
}

/** （1） with text on the next line is a label that the line break cut off, no page. */
const isListNumber = (lines: readonly Line[], at: number): boolean => {
  const { bare } = lines[at] as Line
  if (!/^[(]/.test(bare)) return false
  const next = lines[at + 1]
  return next !== undefined && next.bare.length > LONGEST_HEADER
}
