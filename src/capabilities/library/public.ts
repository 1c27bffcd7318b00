// The only door of the library for other capabilities: names chosen by hand.

export { listAllIds, searchRows } from './store/search.queries.ts'
export { listDocuments } from './store/summary.queries.ts'
