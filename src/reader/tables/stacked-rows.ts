import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { namesColumn } from './column-words.ts'
import { fits, roleOf } from './columns.ts'
import { wrappedCells } from './wrapped-cells.ts'

/** Lines that one record of such a table takes at most. */
const MOST_LINES = 60
const MOST_NAMES = 12

const keyOf = (line: SourceLine): string => withoutSpaces(foldWidth(line.text.slice(0, 60)))
const isPlain = (line: SourceLine): boolean => !line.cells && !/[\t|]/.test(line.text)

/** The names that stand one a line from 序号 on, directly before a line 1; null when there are none. */
function namesAt(lines: readonly SourceLine[], at: number): string[] | null {
  if (!/^序号?$/.test(keyOf(lines[at] as SourceLine))) return null
  const names: string[] = []
  for (let next = at; next < lines.length && next <= at + MOST_NAMES; next++) {
    const line = lines[next] as SourceLine
    if (names.length >= 3 && /^1[.、]?$/.test(keyOf(line))) return names
    if (!isPlain(line) || !namesColumn(line.text.trim())) return null
    names.push(withoutSpaces(line.text))
  }
  return null
}

/** A line that ends so goes on in the next. */
const BREAKS_OFF = /[、，,（(]$/

/** Lines that break off in the middle of a list or a sentence are one cell with the next. */
function joinBroken(texts: readonly string[]): string[] {
  const joined: string[] = []
  for (const text of texts) {
    const last = joined.at(-1)
    if (last !== undefined && (BREAKS_OFF.test(last) || /^[、，,。；）)]/.test(text)))
      joined[joined.length - 1] = `${last}${text}`
    else joined.push(text)
  }
  return joined
}

/** The cells of one record: surplus lines belong to the requirement, between what stands before it and what behind. */
function cellsOf(texts: readonly string[], names: readonly string[]): string[] {
  if (texts.length <= names.length) return [...texts]
  const lines = joinBroken(texts)
  const surplus = lines.length - names.length
  if (surplus <= 0) return lines
  const wrapped = wrappedCells(texts, names)
  if (wrapped) return wrapped
  const roles = names.map(roleOf)
  const at = Math.max(roles.indexOf('requirement'), roles.indexOf('group'), 1)
  return [...lines.slice(0, at), lines.slice(at, at + surplus + 1).join(''), ...lines.slice(at + surplus + 1)]
}

/** Where the last record ends: when it has a cell for each name, or earlier with one that fits the last of them, a time. */
function endOfLast(lines: readonly SourceLine[], from: number, names: readonly string[]): number {
  const endsWithTime = roleOf(names.at(-1) ?? '') === 'due'
  let cells = 0
  for (let next = from; next < Math.min(lines.length, from + MOST_LINES); next++) {
    const line = lines[next] as SourceLine
    if (!isPlain(line) || /^(?:附件|附表|注:|备注:)/.test(keyOf(line))) return next
    if (!BREAKS_OFF.test(line.text.trim())) cells++
    if (cells === names.length || (cells > 2 && endsWithTime && fits('due', keyOf(line)))) return next + 1
  }
  return Math.min(lines.length, from + names.length)
}

interface Stack {
  readonly rows: SourceLine[]
  readonly end: number
}

/** The records under the names, each from its number to the line before the next number. */
function recordsUnder(lines: readonly SourceLine[], at: number, names: readonly string[]): Stack {
  const header = lines[at] as SourceLine
  const rows: SourceLine[] = [
    { ...header, text: names.join('\t'), until: lines[at + names.length - 1]?.number ?? header.number },
  ]
  let from = at + names.length
  for (let number = 1; ; number++) {
    const next = nextNumber(lines, from + 1, number + 1, names)
    const end = next?.end ?? endOfLast(lines, from, names)
    const texts = withoutNames(lines.slice(from, end), names)
    const until = lines[end - 1]?.number ?? 0
    rows.push({ ...(lines[from] as SourceLine), text: `${cellsOf(texts, names).join('\t')}\t`, until })
    if (!next) return { rows, end }
    from = next.at
  }
}

/** The lines of a record without the names that a page repeats in the middle of it. */
function withoutNames(lines: readonly SourceLine[], names: readonly string[]): string[] {
  const keys = lines.map(keyOf)
  const at = keys.findIndex((_, index) => names.every((name, column) => keys[index + column] === foldWidth(name)))
  return lines.flatMap(({ text }, index) => (at >= 0 && index >= at && index < at + names.length ? [] : [text.trim()]))
}

/** The line that holds the next number; names repeated before it (on a new page) are left out. */
function nextNumber(lines: readonly SourceLine[], from: number, number: number, names: readonly string[]) {
  const written = [`${number}`, `${number}.`, `${number}、`]
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at++) {
    const line = lines[at] as SourceLine
    if (!isPlain(line)) return null
    if (!written.includes(keyOf(line))) continue
    const isRepeated = names.every((name, index) => keyOf(lines[at - names.length + index] ?? line) === foldWidth(name))
    return { at, end: isRepeated ? at - names.length : at }
  }
  return null
}

/**
 * Rows of tables whose cells stand one a line, as cells between tabs: names from 序号 on, then records that begin with
 * 1, 2, 3. Empty lines do not count.
 */
export function stackedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some((line) => line.text.length < 8 && isPlain(line) && /^序号?$/.test(keyOf(line)))) return lines
  const filled = lines.filter(({ text, cells }) => cells || text.trim() !== '')
  const found: SourceLine[] = []
  for (let at = 0; at < filled.length; at++) {
    const names = namesAt(filled, at)
    const stack = names ? recordsUnder(filled, at, names) : null
    if (!stack || stack.rows.length < 3) {
      found.push(filled[at] as SourceLine)
      continue
    }
    for (const row of stack.rows) found.push(row)
    at = stack.end - 1
  }
  return found
}
