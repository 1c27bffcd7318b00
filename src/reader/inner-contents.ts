import type { Line } from './lines.ts'
import { clauseLabel } from './marks.ts'

const HEADING = /^(?:目录|目次)$/
const PAGED = /(?:[.…·・]{2,}|\s{2,}|\t)\s*[(（]?\d{1,4}[)）]?$/
/** Lines of the contents of one document at most. */
const MOST_LINES = 400
const LONGEST_ENTRY = 60
/** Headings 目录 that are looked at: no issue has more plans. */
const MOST_TRIED = 200
const STATUTE: ReadonlySet<unknown> = new Set(['part', 'chapter', 'section'])

/**
 * Numbers of the lines with which a plan or a regulation lists its own chapters: after 目录, entries with pages, or
 * chapters that stand again below. They are neither clauses nor text.
 */
export function innerContents(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  let tried = 0
  for (let at = 0; at < lines.length && tried < MOST_TRIED; at++) {
    if (!HEADING.test((lines[at] as Line).bare)) continue
    tried++
    const end = Math.max(pagedEnd(lines, at), chaptersEnd(lines, at))
    if (end <= at + 1) continue
    for (let index = at; index < end; index++) found.add((lines[index] as Line).number)
    at = end - 1
  }
  return found
}

/** One past the last entry with a page; an entry may run over two lines. */
function pagedEnd(lines: readonly Line[], start: number): number {
  let end = start
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const { source, text } = lines[at] as Line
    if (text.length > LONGEST_ENTRY * 2) break
    if (PAGED.test(source.text.trim())) end = at + 1
    else if (at >= end + 2 && end > start) break
    else if (at > start + 3 && end === start) break
  }
  return end
}

/** One past the last chapter before the first of them stands again. */
function chaptersEnd(lines: readonly Line[], start: number): number {
  const seen = new Set<string>()
  let chapters = 0
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    if (line.bare === '' || line.bare.length > LONGEST_ENTRY) return start
    const label = clauseLabel(line)
    if (seen.has(line.bare) && label && STATUTE.has(label.level)) return chapters >= 2 ? at : start
    if (label && !STATUTE.has(label.level)) return start
    if (label) chapters++
    if (label) seen.add(line.bare)
    if (/[。;,:]/.test(line.bare)) return start
  }
  return start
}
