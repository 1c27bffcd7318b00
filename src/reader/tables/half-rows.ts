import { foldWidth } from '../../kernel/han.ts'
import { endsSentence } from '../marks.ts'
import { isSerial } from './column-words.ts'
import type { CutContext } from './cut-rows.ts'
import type { PlacedRow } from './place-row.ts'

/** A label of a group is shorter, or has no comma in it. */
const LONGEST_LABEL = 30

const filledOf = (cells: readonly string[]): number[] => cells.flatMap((cell, column) => (cell === '' ? [] : [column]))

/** Where the first half of a row leaves off in the middle of what it asks for; -1 where it says more, or ends. */
function openColumn(last: PlacedRow, asked: number): number {
  const filled = filledOf(last.cells)
  const column = filled.at(-1) ?? -1
  const text = last.cells[column] ?? ''
  if (!isSerial(last.cells[0] ?? '') || column < 1 || column > asked || endsSentence(foldWidth(text.slice(-4))))
    return -1
  // Further left stands a label, unless it reads as a text that slipped.
  return column === asked || /[，,；;]/.test(text) || text.length > LONGEST_LABEL ? column : -1
}

/**
 * A row that a page cut inside its requirement, before anybody was named: number and half a sentence, then the other half
 * with the units and the date. Returns the row made whole, null when the two are not such halves.
 */
export function madeOfHalves(row: PlacedRow, last: PlacedRow, { roles, isAtPage }: CutContext): PlacedRow | null {
  if (!isAtPage || roles[0] !== 'no' || row.cells[0] !== '') return null
  const units = roles.findIndex((role) => role === 'lead' || role === 'responsible')
  const asked = roles.findLastIndex(
    (role, column) => column < units && (role === 'requirement' || role === 'group' || role === 'other'),
  )
  const rest = filledOf(row.cells)
  if (asked < 1 || rest[0] !== asked || (row.cells[units] ?? '') === '') return null
  const open = openColumn(last, asked)
  if (open < 0) return null
  const whole = row.cells.map((cell, column) => (column < asked && column !== open ? (last.cells[column] ?? '') : cell))
  whole[asked] = `${last.cells[open]}${row.cells[asked]}`
  return { ...last, cells: whole, until: row.until, isDoubtful: last.isDoubtful || row.isDoubtful }
}
