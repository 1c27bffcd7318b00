// The only door of the library for other capabilities: names chosen by hand.
export type { SearchRow, ValidityState } from './contract.ts'
export { listAllIds, searchRows } from './store/search.queries.ts'
