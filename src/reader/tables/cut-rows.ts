import { foldWidth } from '../../kernel/han.ts'
import { endsSentence } from '../marks.ts'
import { type ColumnRole, fits } from './columns.ts'
import type { PlacedRow } from './place-row.ts'

/** Shorter cells are labels: they end without a full stop and are whole all the same. */
const SHORTEST_CUT = 12

/** Nothing that is longer was cut by a page: rows without end stay rows, and joining stays linear. */
const LONGEST_CELL = 6000

/** A cell that ends in the middle of what it says. */
const isOpen = (cell: string): boolean => cell.length > SHORTEST_CUT && !endsSentence(foldWidth(cell.slice(-4)))

/** A cell that cannot end here: after a comma, or with a bracket open. */
function isTorn(cell: string): boolean {
  const tail = foldWidth(cell.slice(-200))
  if (cell.length > 4 && /[,、(“《:]$/.test(tail)) return true
  return cell.length > SHORTEST_CUT && tail.lastIndexOf('(') > tail.lastIndexOf(')')
}

/** Columns whose long cells mostly end as sentences do: there an open end shows a cut. */
export function sentenceColumns(rows: readonly PlacedRow[], width: number): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    let [long, ended] = [0, 0]
    for (const { cells } of rows) {
      const cell = cells[column] ?? ''
      if (cell.length <= SHORTEST_CUT) continue
      long++
      if (!isOpen(cell)) ended++
    }
    return long > 0 && ended >= long * 0.5
  })
}

/** Columns in which a single sign is a cell of its own: 甲, 优, √. */
export const signColumns = (rows: readonly PlacedRow[], width: number): boolean[] =>
  Array.from({ length: width }, (_, column) => rows.filter(({ cells }) => cells[column]?.length === 1).length > 1)

/** What decides whether two printed rows are one. */
export interface CutContext {
  readonly roles: readonly ColumnRole[]
  readonly sentences: readonly boolean[]
  readonly signs: readonly boolean[]
  /** A page ends between the two. */
  readonly isAtPage: boolean
  /** Every row that does not begin a page has a number: one without is the rest of the row before. */
  readonly isNumbered: boolean
}

const BEGINS_REST = /^[、，,。；;）)”》]/

/** Words of one sign that are whole cells. */
const WHOLE_SIGN = /^[是否有无男女优良中差甲乙丙丁高低大小]$/
/** Shorter cells have room for what follows them. */
const SHORTEST_FULL = 5

/** The last sign of a cell (可以与商业设施合 / 用), or the end of a date (2023年7月 / 底前), alone on a row of its own. */
function isTail(above: string, cell: string, column: number, { roles, signs }: CutContext): boolean {
  if (column === 0 || above === '' || cell.length > 4 || above.length >= LONGEST_CELL) return false
  if (roles[column] === 'due') return !fits('due', cell) && fits('due', `${above}${cell}`)
  const isSign = /^\p{Script=Han}$/u.test(cell) && !WHOLE_SIGN.test(cell) && signs[column] !== true
  return isSign && above.length >= SHORTEST_FULL && /\p{Script=Han}$/u.test(above)
}

/** Whether a cell of the first half goes on in the same column of the second. */
function goesOn(
  above: string,
  cell: string,
  column: number,
  { roles, sentences, isAtPage, isNumbered }: CutContext,
): boolean {
  if (above === '' || above.length >= LONGEST_CELL) return false
  if (isTorn(above) || BEGINS_REST.test(cell)) return true
  if (isOpen(above) && sentences[column] === true && /[,，、。；;]/.test(above)) return true
  if (isAtPage && isNumbered && /[；;]$/.test(above) && cell.length > SHORTEST_CUT) return true
  const role = roles[column]
  // 区财政局、区审 | 计局: neither half is a name, both together are.
  return (role === 'lead' || role === 'responsible') && !fits(role, above) && fits(role, `${above}${cell}`)
}

/** Cells that a page cuts at once: the requirement and the units beside it, now and then a label or a remark. */
const MOST_REST = 3

/** A row that lost its number alone: it asks for something and names who does it, under a row that is whole. */
function isRowOfItsOwn(row: PlacedRow, last: PlacedRow, roles: readonly ColumnRole[]): boolean {
  const isWhole = (column: number) => !isOpen(last.cells[column] ?? '') && (row.cells[column] ?? '') !== ''
  const requirement = roles.lastIndexOf('requirement')
  const units = roles.findIndex((role) => role === 'lead' || role === 'responsible')
  return (
    requirement >= 0 &&
    units >= 0 &&
    isWhole(requirement) &&
    (row.cells[units] ?? '') !== '' &&
    fits('lead', last.cells[units] ?? '')
  )
}

/**
 * The second half of a row that a page cut: it has no number of its own, and what it holds either carries on a cell of
 * text that ends in no sentence, or fills a cell that the first half left empty. Returns the row made whole, null when
 * the row stands by itself. Between pages of one piece (a converter that drops page breaks) only a row of which every
 * cell carries one on is taken for a half.
 */
export function madeWhole(row: PlacedRow, last: PlacedRow, context: CutContext): PlacedRow | null {
  const { roles, isAtPage } = context
  const going = row.cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]))
  if (going.length === 0 || going.length > 12 || going.some(({ column }) => roles[column] === 'no')) return null
  // ，每个不少于60平方米: begins nothing, wherever its line was cut.
  const [only, ...more] = going
  const isTailAlone =
    only !== undefined && more.length === 0 && isTail(last.cells[only.column] ?? '', only.cell, only.column, context)
  const isRestSurely =
    isTailAlone || going.some(({ cell, column }) => BEGINS_REST.test(cell) && (last.cells[column] ?? '') !== '')
  if (!isAtPage && roles[0] !== 'no' && !isRestSurely) return null
  const cells = [...last.cells]
  const isRest = context.isNumbered && isAtPage && going.length <= MOST_REST && !isRowOfItsOwn(row, last, roles)
  let carried = 0
  for (const { cell, column } of going) {
    const isText = roles[column] === 'requirement' || roles[column] === 'group' || roles[column] === 'other'
    const above = cells[column] ?? ''
    // Alone on a page under a cell that is whole, a sentence stands in any column but its own.
    const isSentence = isAtPage && going.length === 1 && above !== '' && cell.length > SHORTEST_CUT
    const isMoved = isSentence || (isText && going.length <= (isAtPage ? 2 : 1))
    const moved = isMoved ? cells.findIndex((text, at) => goesOn(text, '', at, context)) : -1
    const isHere =
      isTailAlone ||
      goesOn(above, cell, column, context) ||
      (moved < 0 && isRest && above !== '' && above.length < LONGEST_CELL)
    const open = isHere ? column : moved
    if (open >= 0) carried++
    else if (above !== '' || !(isAtPage || isRestSurely)) return null
    const at = open >= 0 ? open : column
    cells[at] = `${cells[at]}${cell}`
  }
  return carried > 0 ? { ...last, cells, until: row.until } : null
}
