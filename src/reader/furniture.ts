import type { Line } from './lines.ts'

const PAGE_NUMBER =
  /^(?:[-—–―·•.~]*\s?(?:\d{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,5})\s?[-—–―·•.~]*|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4})$/
const BARE_NUMBER = /^\d{1,4}$/
const ISSUE = /(?:公报|政报)/
const OF_ISSUE = /(?:第\s?\d{1,3}\s?期|(?:19|20)\d{2}\s?年|总第?\s?\d+|\d+期)/
/** Odd pages of many gazettes bear the issue alone: 2022年第2期. */
const ISSUE_ALONE = /^(?:19|20)\d{2}年第\d{1,3}期(?:\(总第?\d{1,5}期?\))?$/
const EMPTY_PAGE = /^\(?(?:此|本)页无正文\)?$|^\(?(?:此|本)页空白\)?$/

/**
 * Numbers of the lines that belong to pages, not to documents: page numbers, running headers (a gazette's name with its
 * issue, or one that comes back on page after page), notes on empty pages.
 */
export function furnitureLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  const names = new Map<string, number>()
  for (const line of lines) {
    if (line.isRow || line.key.length > 60) continue
    const key = line.bare
    if (EMPTY_PAGE.test(key) || ISSUE_ALONE.test(key) || (PAGE_NUMBER.test(key) && !BARE_NUMBER.test(key)))
      found.add(line.number)
    else if (ISSUE.test(key) && !/[。,;:《]/.test(key))
      names.set(headerName(key), (names.get(headerName(key)) ?? 0) + 1)
  }
  for (const line of lines) {
    if (line.isRow || line.key.length > 60) continue
    const key = line.bare
    if (BARE_NUMBER.test(key)) found.add(line.number)
    if (!ISSUE.test(key) || /[。,;:《]/.test(key)) continue
    if (OF_ISSUE.test(key) || (names.get(headerName(key)) ?? 0) >= 3) found.add(line.number)
  }
  return found
}

/** A running header without what changes from page to page. */
const headerName = (key: string): string => key.replace(/\d+/g, '')
