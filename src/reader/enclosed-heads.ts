import { foldForComparing } from '../kernel/han.ts'
import type { Head } from './head.ts'
import { essence } from './head-border.ts'
import type { Line } from './lines.ts'
import { titleCore } from './titles.ts'

/** What a notice passes on is printed with its own number: it stays the enclosure of the notice. */
export const isForwarded = (last: Head | undefined, head: Head): boolean => {
  if (!last || !/(?:转发|批转)/.test(last.title) || head.docNumber === last.docNumber || head.title === last.title)
    return false
  const passed = essence(titleCore(head.title))
  return passed.length >= 6 && essence(last.title).includes(passed)
}

/** Lines of an order before what it puts in force. */
const LONGEST_ORDER = 12

/** 《…办法》已经…通过，现予公布: what an order puts in force is its enclosure, also where the contents name that alone. */
export function isOrdered(lines: readonly Line[], last: Head | undefined, head: Head): boolean {
  if (!last || head.start - last.body > LONGEST_ORDER || !/(?:令|公告)$/.test(last.title)) return false
  if (head.docNumber !== null && head.docNumber !== last.docNumber) return false
  const named = `《${foldForComparing(head.title)}》`
  return lines
    .slice(last.body, head.start)
    .some(({ key }) => key.includes('《') && foldForComparing(key).includes(named))
}
