import { foldWidth, readNumeral, withoutSpaces } from '../../kernel/han.ts'
import { isNumber, isTotal } from '../tables/column-words.ts'
import type { Finding, ReadElement, ReadTable, ReadTask } from '../types.ts'
import { ClauseFinder, type ClauseText } from './clause-finder.ts'
import { readDue } from './due.ts'
import {
  type ClauseHeadings,
  clauseHeadings,
  isLevelOne,
  labelOf,
  PrintedHeadings,
  splitHeading,
  truePath,
} from './headings.ts'
import { proseTasks } from './prose-tasks.ts'
import { type Responsibility, readResponsibleCell } from './responsibility.ts'
import { type TaskColumns, taskColumns } from './task-columns.ts'

/** The tasks of a task table: one a row that holds a requirement. */
export function readTableTasks(
  table: ReadTable,
  tableIndex: number,
  clauses: readonly ClauseText[],
  year: number | null,
): { tasks: ReadTask[]; findings: Finding[] } {
  if (table.kind !== 'tasks') return { tasks: [], findings: [] }
  const columns = taskColumns(table)
  const paths = new RowPaths(table, columns, clauseHeadings(clauses))
  const finder = ClauseFinder.of(clauses)
  const responsibilities = new Responsibilities()
  const tasks: ReadTask[] = []
  const findings: Finding[] = []
  for (const [index, row] of table.rows.entries()) {
    const lines = table.rowLines[index] ?? table.lines
    const { path: printed, requirement } = paths.next(row, index)
    if (requirement === '' || isTotalRow(row, columns)) {
      // A total or a label asks nobody for anything: it stays a row of the table.
      if (namesUnits(row, columns))
        findings.push(problem('row-without-requirement', '表格这一行没有任务内容，没有读成任务。', lines.from))
      continue
    }
    const clause = finder.find(requirement)
    const who = responsibilities.of(row, table.filledRows[index] ?? row, columns)
    if (who.responsible.length === 0) findings.push(problem('task-without-unit', '这项任务没有责任单位。', lines.from))
    const dueText = cellOf(row, columns.due) || cellOf(table.filledRows[index] ?? row, columns.due) || who.due
    tasks.push({
      no: numberOf(cellOf(table.filledRows[index] ?? row, columns.no)),
      path: truePath(printed, clause, finder, paths.headings),
      requirement: withoutSpaces(requirement),
      lead: who.lead,
      responsible: who.responsible,
      due: readDue(dueText, year),
      dueText: dueText || null,
      source: 'table',
      table: tableIndex,
      clausePath: clause?.path ?? null,
      part: table.part,
      lines,
    })
  }
  return { tasks, findings }
}

/** 合计 where others have a number, a group or what is asked, and nobody who does it. */
const isTotalRow = (row: readonly string[], columns: TaskColumns): boolean =>
  !namesUnits(row, columns) &&
  [columns.no, ...columns.groups, columns.requirement].some((column) => isTotal(cellOf(row, column)))

const namesUnits = (row: readonly string[], { lead, responsible }: TaskColumns): boolean =>
  [...lead, ...responsible].some((column) => cellOf(row, column) !== '')

const problem = (code: string, message: string, line: number): Finding => ({ code, severity: 'warning', message, line })

const cellOf = (row: readonly string[], column: number): string => (column >= 0 ? (row[column] ?? '') : '')

const numberOf = (cell: string): number | null =>
  readNumeral(withoutSpaces(foldWidth(cell.slice(0, 20))).replace(/^[(]|[).、]$/g, ''))

/** Who answers for the rows of a table. Cells say the same again and again: each is read once. */
class Responsibilities {
  readonly #read = new Map<string, Responsibility>()

  /**
   * The units of a row; a row without any shares those of its block. One that names others but nobody who leads is led by
   * who leads its block; one that names who leads has no others than its own.
   */
  of(row: readonly string[], filled: readonly string[], columns: TaskColumns): Responsibility {
    const isPrinted = (unitColumns: readonly number[]) => unitColumns.some((column) => cellOf(row, column) !== '')
    const leader = isPrinted(columns.lead) ? row : filled
    const from = isPrinted([...columns.lead, ...columns.responsible]) ? row : filled
    const leading = columns.lead.map((column) => this.#cell(cellOf(leader, column)))
    const others = columns.responsible.map((column) => this.#cell(cellOf(from, column)))
    const lead = [...leading.flatMap(({ responsible }) => responsible), ...others.flatMap((other) => other.lead)]
    return {
      lead: [...new Set(lead)],
      responsible: [...new Set([...lead, ...others.flatMap(({ responsible }) => responsible)])],
      due: [...leading, ...others].find(({ due }) => due !== '')?.due ?? '',
    }
  }

  #cell(cell: string): Responsibility {
    const known = this.#read.get(cell)
    if (known) return known
    const read = readResponsibleCell(cell)
    this.#read.set(cell, read)
    return read
  }
}

const CHINESE_NUMBER = /^[(（]?[一二三四五六七八九十]{1,3}[)）、]?$/

/** 一、基础设施类（3个） with sums and without units: the row heads those below it. Null for other rows. */
function labelOfSubtotal(row: readonly string[], columns: TaskColumns): string | null {
  if (namesUnits(row, columns) || cellOf(row, columns.requirement) !== '') return null
  const label = columns.groups.map((column) => cellOf(row, column)).find((cell) => cell !== '') ?? ''
  const isNumbered = labelOf(label) !== null || CHINESE_NUMBER.test(cellOf(row, columns.no))
  const hasSums = row.filter((cell) => isNumber(cell) && cell !== label).length > 0
  return label !== '' && isNumbered && hasSums ? label : null
}

/** Walks the rows of a table and keeps the group headings that are carried down to each. */
class RowPaths {
  readonly headings = new PrintedHeadings()
  readonly #bands: ReadTable['bands']
  readonly #columns: TaskColumns
  readonly #known: ClauseHeadings
  #carried: string[] = []
  #banded: string[] = []
  #nextBand = 0

  constructor(table: ReadTable, columns: TaskColumns, known: ClauseHeadings) {
    this.#known = known
    this.#bands = table.bands
    this.#columns = columns
    for (const { text } of table.bands) this.headings.add(text, 0)
    for (const row of table.rows) {
      for (const [depth, column] of columns.groups.entries()) this.headings.add(cellOf(row, column), depth)
      this.headings.add(splitHeading(cellOf(row, columns.requirement), known).heading ?? '', columns.groups.length - 1)
    }
  }

  /** The printed path of the next row, and its requirement without a heading in the same cell. */
  next(row: readonly string[], index: number): { path: string[]; requirement: string } {
    this.#passBands(index)
    const { groups } = this.#columns
    const subtotal = labelOfSubtotal(row, this.#columns)
    if (subtotal !== null) this.#stepUnder(subtotal)
    this.#carried = carryDown(
      this.#carried,
      groups.map((column) => cellOf(row, column)),
    )
    const { heading, requirement } = splitHeading(cellOf(row, this.#columns.requirement), this.#known)
    if (heading) {
      this.#carried = [...this.#carried.slice(0, this.#depthOf(heading)), withoutSpaces(heading)]
    }
    const path = [...this.#banded, ...this.#carried.filter((label) => label !== '')]
    // Without a text of its own the innermost heading of the row is what is asked for.
    const own = groups.some((column) => cellOf(row, column) !== '') && namesUnits(row, this.#columns)
    return requirement === '' && own
      ? { path: path.slice(0, -1), requirement: path.at(-1) ?? '' }
      : { path, requirement }
  }

  /** How many of the carried headings stand above one that is printed inside the requirement. */
  #depthOf(heading: string): number {
    const columns = this.#columns.groups.length
    if (columns > 1) return columns - 1
    return columns === 1 && !isLevelOne(heading) && isLevelOne(this.#carried[0] ?? '') ? 1 : 0
  }

  /** A band ends the groups above it; a band （一） stands under the band 一、 before it. */
  #passBands(index: number): void {
    for (; (this.#bands[this.#nextBand]?.beforeRow ?? Number.POSITIVE_INFINITY) <= index; this.#nextBand++) {
      this.#stepUnder(this.#bands[this.#nextBand]?.text ?? '')
    }
  }

  #stepUnder(label: string): void {
    const text = withoutSpaces(label)
    const [first] = this.#banded
    const isInner = labelOf(text)?.startsWith('(') && first !== undefined && !labelOf(first)?.startsWith('(')
    this.#banded = isInner ? [first, text] : [text]
    this.#carried = []
  }
}

/** Merged group cells are printed once; a new outer group ends the inner ones. */
function carryDown(carried: readonly string[], printed: readonly string[]): string[] {
  const next = [...carried]
  for (const [depth, label] of printed.entries()) {
    if (label === '') continue
    next[depth] = withoutSpaces(label)
    for (let inner = depth + 1; inner < Math.max(next.length, printed.length); inner++)
      if (printed[inner] === '' || printed[inner] === undefined) next[inner] = ''
  }
  return Array.from({ length: Math.max(next.length, printed.length) }, (_, depth) => next[depth] ?? '')
}

/** Tasks that prose sets: clauses and paragraphs that name who answers for them, （责任单位：…） or on lines beneath. */
export function readProseTasks(elements: readonly ReadElement[], year: number | null): ReadTask[] {
  return proseTasks(elements, year)
}
