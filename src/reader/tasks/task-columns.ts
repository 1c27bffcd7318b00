import { isNumber } from '../tables/column-words.ts'
import { type ColumnRole, rolesOf } from '../tables/columns.ts'
import type { ReadTable } from '../types.ts'

/** Columns of a task table by what they hold; -1 where there is none. */
export interface TaskColumns {
  readonly no: number
  readonly requirement: number
  /** Columns before the requirement, outermost first. */
  readonly groups: readonly number[]
  readonly lead: readonly number[]
  readonly responsible: readonly number[]
  readonly due: number
}

const isText = (role: ColumnRole): boolean => role === 'group' || role === 'requirement' || role === 'other'

/** A column whose cells are figures (总投资) is no requirement. */
const isFigures = (table: ReadTable, column: number): boolean => {
  const cells = table.rows.flatMap((row) => row[column] || [])
  return cells.length > 0 && cells.filter(isNumber).length > cells.length / 2
}

/** Columns that sort what is asked for: behind the requirement they are none. */
const SORTS = /(?:类型|类别|性质|级别|层级|方式|来源|属性)$/

/** The last of the columns before the units that asks for something. */
const lastText = (before: readonly number[], { columns }: ReadTable): number | undefined =>
  before.findLast((column, index) => index === 0 || !SORTS.test(columns[column] ?? ''))

/** The requirement is the last column of text before the units; what stands before it groups. */
export function taskColumns(table: ReadTable): TaskColumns {
  const roles = rolesOf(table.columns, table.rows)
  const all = (role: ColumnRole) => roles.flatMap((found, index) => (found === role ? [index] : []))
  const lead = all('lead')
  const named = all('responsible')
  const responsible = lead.length + named.length > 0 ? named : all('carrier')
  const firstUnit = [...lead, ...responsible].reduce((first, index) => Math.min(first, index), roles.length)
  const texts = roles.flatMap((role, index) => (isText(role) && !isFigures(table, index) ? [index] : []))
  const before = texts.filter((index) => index < firstUnit)
  const requirement =
    lastText(before, table) ??
    texts.find((index) => roles[index] === 'requirement') ??
    texts.find((index) => roles[index] === 'group') ??
    texts[0] ??
    -1
  return {
    no: roles.indexOf('no'),
    requirement,
    groups: texts.filter((index) => index < requirement),
    lead,
    responsible,
    due: roles.indexOf('due'),
  }
}
