import { type SQL, sql } from 'drizzle-orm'
import { addDays, type Day } from '../../../kernel/day.ts'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import { jsonRows } from '../../../platform/database/json-rows.ts'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentRef, TaskView, UnitRef } from '../contract.ts'
import { SOON, type TaskState } from '../rules/task-state.ts'
import { namedUnits, tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { keepForVisit, type Visit } from './kept-for-visit.ts'
import { visibleRows } from './summary.queries.ts'

type TaskRow = {
  readonly document_id: string
  readonly position: number
  readonly no: number | null
  readonly path: string[]
  readonly requirement: string
  readonly lead: string[]
  readonly responsible: string[]
  readonly due: string | null
  readonly due_text: string | null
  readonly source: TaskView['source']
  readonly clause_id: string | null
}

const COLUMNS = fixedSql(
  sql`t.document_id, t.position, t.no, t.path, t.requirement, t.lead, t.responsible, t.due, t.due_text, t.source, t.clause_id`,
)

function toTask(row: TaskRow, units: readonly NamedRow[] = []): TaskView {
  const known = new Map(units.map(({ name, unitId }) => [name, unitId]))
  const unit = (name: string): UnitRef => ({ id: known.get(name) ?? null, name })
  return {
    id: row.position,
    ref: `tasks/${row.position + 1}`,
    documentId: row.document_id,
    no: row.no,
    path: row.path,
    requirement: row.requirement,
    lead: row.lead.map(unit),
    responsible: row.responsible.map(unit),
    due: row.due,
    dueText: row.due_text,
    source: row.source,
    clauseId: row.clause_id,
  }
}

/** The tasks of a document in its order. Units come in a question of their own: asked task by task they cost its square. */
export async function tasksOfDocument(tx: Tx, documentId: string): Promise<TaskView[]> {
  const { rows } = await tx.execute<TaskRow>(
    sql`SELECT ${COLUMNS} FROM ${tasks} t WHERE t.document_id = ${documentId} ORDER BY t.position`,
  )
  if (rows.length === 0) return []
  const named = await tx.execute<NamedRow>(
    sql`SELECT ${NAMED} FROM ${namedUnits} n WHERE n.document_id = ${documentId} AND ${IN_TASKS}`,
  )
  return withUnits(rows, named.rows)
}

type NamedRow = {
  readonly document_id: string
  readonly position: number
  readonly name: string
  readonly unitId: string
}

const NAMED = fixedSql(sql`n.document_id, n.position, n.name, n.unit_id AS "unitId"`)
const IN_TASKS = fixedSql(sql`n.role IN ('lead', 'responsible') AND n.unit_id IS NOT NULL`)

function withUnits<Row extends TaskRow>(rows: readonly Row[], named: readonly NamedRow[]): TaskView[] {
  const keyOf = ({ document_id, position }: { document_id: string; position: number }) => `${document_id} ${position}`
  const byTask = Map.groupBy(named, keyOf)
  return rows.map((row) => toTask(row, byTask.get(keyOf(row))))
}

/** The units of tasks of several documents, which may have many more. */
async function namedIn(tx: Tx, tasks: readonly TaskRow[]): Promise<readonly NamedRow[]> {
  const keys = tasks.map(({ document_id, position }) => ({ document_id, position }))
  const { rows } = await tx.execute<NamedRow>(
    sql`SELECT ${NAMED} FROM ${jsonRows('task (document_id text, position int)', keys)}
      JOIN ${namedUnits} n ON n.document_id = task.document_id AND n.position = task.position AND ${IN_TASKS}`,
  )
  return rows
}

export interface TaskFilter {
  readonly unitId?: string
  readonly planId?: string
  readonly dueFrom?: Day
  readonly dueTo?: Day
  readonly state?: TaskState
  /** Stands in the task. */
  readonly word?: string
}

/** A limit as SQL: the twin of `taskState`; a test compares the two. */
const stateSql = (
  today: Day,
): SQL => sql`CASE WHEN t.due IS NULL THEN 'unstated' WHEN t.due = 'long-term' THEN 'long-term'
  WHEN t.due < ${today} THEN 'past-due' WHEN t.due <= ${addDays(today, SOON)} THEN 'due-soon' ELSE 'running' END`

const FROM = fixedSql(sql`${tasks} t JOIN ${documents} d ON d.site_id = t.site_id AND d.id = t.document_id`)

function conditions(visitor: Visitor, filter: TaskFilter, today: Day): SQL {
  const parts: SQL[] = [visibleRows(visitor)]
  if (filter.planId) parts.push(sql`t.document_id = ${filter.planId}`)
  if (filter.unitId) {
    parts.push(
      sql`EXISTS (SELECT 1 FROM ${namedUnits} n WHERE n.site_id = t.site_id AND n.document_id = t.document_id AND n.position = t.position AND n.role <> 'issuer' AND n.unit_id = ${filter.unitId})`,
    )
  }
  if (filter.dueFrom) parts.push(sql`t.due ~ '^[0-9]' AND t.due >= ${filter.dueFrom}`)
  if (filter.dueTo) parts.push(sql`t.due ~ '^[0-9]' AND t.due <= ${filter.dueTo}`)
  if (filter.state) parts.push(sql`${stateSql(today)} = ${filter.state}`)
  if (filter.word) parts.push(sql`position(${filter.word} in t.requirement) > 0`)
  return sql.join(parts, sql` AND `)
}

/** A task with the document that it stands in. */
export type ListedTask = TaskView & { readonly document: DocumentRef & { readonly signedOn: Day | null } }

/**
 * Tasks of the documents that a visitor sees, what presses first: limits that have passed, the latest of them first, then
 * those to come by their day; what has no day comes last.
 */
export async function listTasks(
  tx: Tx,
  visitor: Visitor,
  filter: TaskFilter,
  page: { readonly limit: number; readonly offset: number },
  today: Day,
): Promise<readonly ListedTask[]> {
  const where = conditions(visitor, filter, today)
  const { rows } = await tx.execute<TaskRow & { title: string; doc_number: string | null; signed_on: Day | null }>(
    sql`SELECT ${COLUMNS}, d.title, d.doc_number, d.signed_on::text AS signed_on FROM ${FROM} WHERE ${where}
      ORDER BY CASE ${stateSql(today)} WHEN 'past-due' THEN 0 WHEN 'due-soon' THEN 1 WHEN 'running' THEN 2 WHEN 'long-term' THEN 3 ELSE 4 END,
        CASE WHEN t.due < ${today} THEN t.due END DESC, t.due, t.document_id, t.position ${partOfRows(page)}`,
  )
  const views = withUnits(rows, rows.length > 0 ? await namedIn(tx, rows) : [])
  return rows.map(({ document_id: id, title, doc_number: docNumber, signed_on: signedOn }, at) => ({
    ...(views[at] as TaskView),
    document: { id, title, docNumber, signedOn, url: `/documents/${id}` },
  }))
}

/** How many tasks stand under a filter, given how many are in which state. */
export const countTasks = (states: ReadonlyMap<TaskState, number>, { state }: TaskFilter): number =>
  state ? (states.get(state) ?? 0) : [...states.values()].reduce((sum, count) => sum + count, 0)

/** How many tasks under a filter are in which state; the filter's own state does not count. */
export async function countTaskStates(
  tx: Tx,
  visitor: Visitor,
  { state: _state, ...filter }: TaskFilter,
  today: Day,
): Promise<ReadonlyMap<TaskState, number>> {
  const { rows } = await tx.execute<{ state: TaskState; n: number }>(
    sql`SELECT ${stateSql(today)} AS state, count(*)::int AS n FROM ${FROM} WHERE ${conditions(visitor, filter, today)} GROUP BY 1`,
  )
  return new Map(rows.map(({ state, n }) => [state, n]))
}

type Plan = DocumentRef & { readonly taskCount: number }

/** Tasks on a page of the ledger. */
export const LEDGER_PAGE = 50

/** What the page of tasks tells: tasks, how many are in which state, and what they can be chosen by. */
export interface Ledger<Unit> {
  readonly tasks: readonly ListedTask[]
  readonly states: ReadonlyMap<TaskState, number>
  readonly plans: readonly Plan[]
  readonly units: readonly Unit[]
}

/** Reads that for pages, and keeps what no filter changes: the first page as everybody opens it, and all that stands beside it. */
export function keepLedger<Unit>(
  unitsOf: (tx: Tx, siteId: string) => Promise<readonly Unit[]>,
): (tx: Tx, visit: Visit, filter: TaskFilter, offset: number) => Promise<Ledger<Unit>> {
  const page = (tx: Tx, { visitor, today }: Omit<Visit, 'siteId'>, filter: TaskFilter, offset: number) =>
    listTasks(tx, visitor, filter, { limit: LEDGER_PAGE, offset }, today)
  const ledgerOf = keepForVisit(async (tx, visitor, today, siteId) => ({
    tasks: await page(tx, { visitor, today }, {}, 0),
    states: await countTaskStates(tx, visitor, {}, today),
    plans: await listPlans(tx, visitor),
    units: await unitsOf(tx, siteId),
  }))
  return async (tx, visit, filter, offset) => {
    const ledger = await ledgerOf(tx, visit)
    const conditions = Object.keys(filter)
    if (conditions.length === 0 && offset === 0) return ledger
    const isCounted = conditions.every((name) => name === 'state')
    return {
      ...ledger,
      tasks: await page(tx, visit, filter, offset),
      states: isCounted ? ledger.states : await countTaskStates(tx, visit.visitor, filter, visit.today),
    }
  }
}

/** Documents that hold a task table. */
async function listPlans(tx: Tx, visitor: Visitor): Promise<readonly Plan[]> {
  const { rows } = await tx.execute<{ id: string; title: string; doc_number: string | null; n: number }>(
    sql`SELECT d.id, d.title, d.doc_number, held.n FROM ${documents} d,
        LATERAL (SELECT count(*)::int AS n FROM ${tasks} t WHERE t.site_id = d.site_id AND t.document_id = d.id) held
      WHERE ${visibleRows(visitor)} AND d.has_tasks AND held.n > 0 ORDER BY d.signed_on DESC NULLS LAST, d.id`,
  )
  return rows.map(({ id, title, doc_number, n }) => ({
    id,
    title,
    docNumber: doc_number,
    url: `/documents/${id}`,
    taskCount: n,
  }))
}
