import type { TaskFilter } from '../store/task.queries.ts'

/** The address of the ledger, as page or as CSV, under a filter. */
export function ledgerAddress(path: string, filter: TaskFilter, offset = 0): string {
  const given = {
    unit: filter.unitId,
    plan: filter.planId,
    from: filter.dueFrom,
    to: filter.dueTo,
    state: filter.state,
    q: filter.word,
    offset: offset > 0 ? String(offset) : undefined,
  }
  const query = new URLSearchParams(Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]))
  return query.size > 0 ? `${path}?${query}` : path
}
