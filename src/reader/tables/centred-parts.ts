import type { SourceLine } from '../types.ts'
import { isSerial } from './column-words.ts'

/** A line of a table, its cells under their names. */
export interface BodyLine {
  readonly line: SourceLine
  readonly cells: readonly string[]
  /** An empty line, or the turn of a page, stands before it. */
  readonly isApart: boolean
  /** A label over all columns stands before it: no row reaches over that. */
  readonly isClosed: boolean
  /** Which printed line of the table it is, empty ones counted, pages left out. */
  readonly place: number
}

/** What counts against parting rows where nothing shows it, and against a number that is not in the middle. */
const NOT_APART = 4
const IN_SENTENCE = 1
const CARRIES_ON = 3
const OFF_MIDDLE = 2

/**
 * Parts the lines of a table into rows, each around its number: as many lines before it as behind it, give or take one,
 * rows ending where sentences and empty lines say so. The best parting of all, found number by number.
 */
export function partedAtNumbers(lines: readonly BodyLine[], numbers: number, text: number): BodyLine[][] {
  const at = lines.flatMap(({ cells }, index) => (isSerial(cells[numbers] ?? '') ? [index] : []))
  const first = at[0]
  if (first === undefined) return []
  const widest = (lines[0]?.cells ?? []).map((_, column) =>
    lines.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0),
  )
  // State: where the row of a number begins, with the least cost of all before it.
  let best = new Map([[0, 0]])
  const from: Map<number, number>[] = []
  for (const [index, number] of at.entries()) {
    const next = at[index + 1]
    const ends = next === undefined ? [lines.length] : range(number + 1, next)
    const reached = new Map<number, number>()
    const came = new Map<number, number>()
    for (const end of ends) {
      const parting = next === undefined ? 0 : costOfParting(lines, number, next, end, text, widest)
      for (const [start, sum] of best) {
        const uneven = Math.max(0, Math.abs(number - start - (end - 1 - number)) - 1)
        const cost = sum + parting + uneven * OFF_MIDDLE
        if (cost >= (reached.get(end) ?? Number.POSITIVE_INFINITY)) continue
        reached.set(end, cost)
        came.set(end, start)
      }
    }
    best = reached
    from.push(came)
  }
  const parts: BodyLine[][] = []
  for (let index = at.length - 1, end = lines.length; index >= 0; index--) {
    const start = from[index]?.get(end) ?? 0
    parts.unshift(lines.slice(start, end))
    end = start
  }
  return parts
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** What speaks against a row that ends before `end`, between two numbers. */
function costOfParting(
  lines: readonly BodyLine[],
  number: number,
  next: number,
  end: number,
  text: number,
  widest: readonly number[],
): number {
  const between = lines.slice(number + 1, next + 1)
  const below = lines[end] as BodyLine
  const closed = between.findIndex(({ isClosed }) => isClosed)
  let cost = closed >= 0 && end !== number + 1 + closed ? NOT_APART * 4 : 0
  if (!below.isApart && between.some(({ isApart }) => isApart)) cost += NOT_APART
  for (const [column, cell] of below.cells.entries()) {
    // Labels stand beside several rows: where their lines break says nothing of rows.
    if (column < text) continue
    if (/^[，。；、）,;)]|^(?:底前?|前)$/.test(cell)) cost += CARRIES_ON
    const above = lastCell(lines, number, end, column)
    if (/[、，,]$/.test(above)) cost += CARRIES_ON
    else if (/[。；;]$/.test(above)) continue
    else {
      if (column === text) cost += IN_SENTENCE
      if ((column === text || (cell !== '' && !IS_WHOLE.test(above))) && isFull(above, widest[column]))
        cost += IN_SENTENCE
    }
  }
  return cost
}

/** The name of a unit, or a time, is whole however full its line is. */
const IS_WHOLE = /[局委办院会部厅所站队镇乡处司心府底前]$/
/** A line that fills its column goes on in the next. */
const isFull = (cell: string, widest = 0): boolean => cell.length > 2 && cell.length + 1 >= widest

/** The last piece of a column in the lines from a number on. */
function lastCell(lines: readonly BodyLine[], from: number, end: number, column: number): string {
  for (let at = end - 1; at >= from; at--) {
    const cell = lines[at]?.cells[column] ?? ''
    if (cell !== '') return cell
  }
  return ''
}
