import { foldForComparing, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { sectionName } from '../sections.ts'
import type { ContentsEntry } from '../types.ts'
import { BULLET, begins, type ContentsPages, LONGEST_TEXT, MOST_LINES, SHORT_NAME, titleAndNumber } from './entry.ts'

const ENDS_ENTRY = /(?:[知定见复告函报令案法则划点施度录单南示记读表况》]|纪要|指标|号[)）]|[)）]|任免)$/
/** 的通知, 等三个文件的决定: a line that carries on a name that the one before closed. */
const CARRIES_ON = /^(?:的|等)/
/** 01, NO.2 over the first document of a list: the number with which an author heads it. */
const HEADS_PART = /^(?:NO[.·]?)?\d{1,3}$/i

/**
 * Contents without page numbers: titles one after the other, up to where the first of them stands again over its
 * document.
 */
export function withoutPages(lines: readonly Line[], start: number): ContentsPages | null {
  const first = lines.findIndex(({ bare }, at) => at > start && bare !== '' && sectionName(bare) === null)
  if (first < 0) return null
  const wanted = foldForComparing((lines[first] as Line).bare.replace(BULLET, ''))
  const end = lines.findIndex(
    ({ bare }, at) => at > first && at < start + MOST_LINES && wanted.length >= 6 && begins(wanted, bare),
  )
  if (end < 0) return null
  const entries: ContentsEntry[] = []
  const sections: string[] = []
  let pending = ''
  let from = 0
  const add = () => {
    entries.push({ ...titleAndNumber(pending), section: sections.at(-1) ?? null, page: null, line: from })
    pending = ''
  }
  const isList = BULLET.test((lines[first] as Line).text)
  for (let at = first === start + 1 ? first : start + 1; at < end; at++) {
    const line = lines[at] as Line
    const isNext = isList && pending !== '' && (BULLET.test(line.text) || headingInList(lines, at, pending) !== null)
    if (isNext) add()
    const named = pending === '' ? (isList && headingInList(lines, at, '')) || sectionName(line.bare) : null
    if (named !== null) sections.push(named)
    else if (!HEADS_PART.test(line.bare)) {
      if (pending === '') from = line.number
      pending += line.text
      if (!isList && ENDS_ENTRY.test(line.bare) && !CARRIES_ON.test(lines[at + 1]?.bare ?? '')) add()
    }
  }
  if (isList && pending !== '') add()
  if (entries.length === 0 || pending.length > LONGEST_TEXT) return null
  return { entries, sections, lines: new Set(lines.slice(start, end).map(({ number }) => number)) }
}

/** A few words without a bullet over one with it, where the entry before is whole: a heading, whatever it says. */
function headingInList(lines: readonly Line[], at: number, pending: string): string | null {
  const [line, next] = [lines[at] as Line, lines[at + 1]]
  const isOver = !BULLET.test(line.text) && next !== undefined && BULLET.test(next.text)
  const named = sectionName(line.bare)
  if (named !== null) return named
  return isOver && SHORT_NAME.test(line.bare) && (pending === '' || ENDS_ENTRY.test(withoutSpaces(pending)))
    ? line.bare
    : null
}
