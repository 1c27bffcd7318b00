import { connect, type FullTextQuery, Index, MatchQuery, PhraseQuery, type Table } from '@lancedb/lancedb'
import { Field, Float64, Schema, Utf8 } from 'apache-arrow'
import type { FullTextRow } from '../ports.ts'
import { keyOf } from './fresh-rows.ts'

/** More matches than this are not counted one by one: totals beyond are estimates (decision 20). */
const MOST_MATCHES = 20_000
const NAME = 'rows'
/** What stands as `stored` in the mark of a row that was taken out. */
const GONE = 'null'

/**
 * Threads for computing in LanceDB. It takes its default from the number of cores; on two cores that is one, and folding
 * what was added into a full-text index waits on that one for work that the same one would have to do: for ever
 * (lance-format/lance#7439). With as many as this no stage of it waits for another.
 */
const COMPUTE_THREADS = '8'

/** Who looks for something reads the files of the version that he began with: they stay for as long as that may take. */
const LONGEST_LOOK_MS = 10_000

/** SQL string literal for LanceDB's filters. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

export interface RowName {
  readonly siteId: string
  readonly id: string
  readonly version: number
}

/** The rows in the folder, all of them folded into the full-text indexes of their fields. */
export interface FoldedRows {
  readonly isNew: boolean
  /** Ids and scores; `siteId` null when all rows are of one site: to filter costs half as much as to find. */
  withWord(siteId: string | null, field: string, word: string): Promise<ReadonlyMap<string, number>>
  withPhrase(siteId: string | null, field: string, words: readonly string[]): Promise<readonly string[]>
  /** Every row, marks too. */
  names(): AsyncIterable<readonly RowName[]>
  /** Every row but the marks. */
  all(): AsyncIterable<readonly Omit<FullTextRow, 'fields'>[]>
  /** Puts rows in place of those with the same key; nobody finds them before they are folded in. */
  write(rows: readonly FullTextRow[]): Promise<void>
  fold(): Promise<void>
  clear(): Promise<void>
  close(): void
}

/** Opens the table in a folder, empty when it was not there. Text arrives segmented (words separated by spaces). */
export async function openFoldedRows(folder: string, fields: readonly string[]): Promise<FoldedRows> {
  process.env.LANCE_CPU_THREADS ??= COMPUTE_THREADS
  const database = await connect(folder)
  const isNew = !(await database.tableNames()).includes(NAME)
  const text = (name: string) => new Field(name, new Utf8(), false)
  const schema = new Schema([
    ...['key', 'id', 'siteId', 'stored'].map(text),
    new Field('version', new Float64(), false),
    ...fields.map(text),
  ])
  const table = isNew ? await database.createEmptyTable(NAME, schema) : await database.openTable(NAME)
  if (isNew) await createIndexes(table, fields)
  // A process that ended between writing and folding left rows that nobody would find.
  else if (await hasUnfolded(table, fields)) await optimize(table)
  return foldedRows(table, fields, isNew)
}

async function createIndexes(table: Table, fields: readonly string[]): Promise<void> {
  for (const field of fields) {
    const config = Index.fts({
      baseTokenizer: 'whitespace',
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      withPosition: true,
    })
    await table.createIndex(field, { config, replace: true })
  }
}

async function hasUnfolded(table: Table, fields: readonly string[]): Promise<boolean> {
  const all = await Promise.all(fields.map((field) => table.indexStats(`${field}_idx`)))
  return all.some((stats) => (stats?.numUnindexedRows ?? 0) > 0)
}

const optimize = (table: Table) => table.optimize({ cleanupOlderThan: new Date(Date.now() - LONGEST_LOOK_MS) })

function foldedRows(table: Table, fields: readonly string[], isNew: boolean): FoldedRows {
  /** Only what is folded is looked at: rows on their way in are found in memory. */
  const find = async (siteId: string | null, query: FullTextQuery): Promise<[id: string, score: number][]> => {
    const looking = table.query().fullTextSearch(query).fastSearch()
    if (siteId !== null) looking.where(`siteId = ${quoted(siteId)}`)
    const found = await looking.select(['id', '_score']).limit(MOST_MATCHES).toArrow()
    const [ids, scores] = [found.getChild('id'), found.getChild('_score')]
    return Array.from({ length: found.numRows }, (_, at) => [String(ids?.get(at)), Number(scores?.get(at))])
  }
  return {
    isNew,
    withWord: async (siteId, field, word) => new Map(await find(siteId, new MatchQuery(word, field))),
    async withPhrase(siteId, field, words) {
      const found = await find(siteId, new PhraseQuery(words.join(' '), field))
      return found.map(([id]) => id)
    },
    async *names() {
      for await (const batch of table.query().select(['id', 'siteId', 'version'])) {
        yield [...batch].map((row) => ({
          id: String(row?.id),
          siteId: String(row?.siteId),
          version: Number(row?.version),
        }))
      }
    },
    async *all() {
      for await (const batch of table
        .query()
        .where(`stored <> '${GONE}'`)
        .select(['id', 'siteId', 'version', 'stored'])) {
        yield [...batch].map((row) => ({
          id: String(row?.id),
          siteId: String(row?.siteId),
          version: Number(row?.version),
          stored: JSON.parse(String(row?.stored)) as unknown,
        }))
      }
    },
    write: (rows) => merge(table, fields, rows),
    fold: async () => void (await optimize(table)),
    clear: async () => void (await table.delete('true')),
    close: () => table.close(),
  }
}

async function merge(table: Table, fields: readonly string[], rows: readonly FullTextRow[]): Promise<void> {
  if (rows.length === 0) return
  const data = rows.map((row) => ({
    key: keyOf(row.siteId, row.id),
    id: row.id,
    siteId: row.siteId,
    version: row.version,
    stored: JSON.stringify(row.stored),
    ...Object.fromEntries(fields.map((field) => [field, row.fields[field] ?? ''])),
  }))
  await table.mergeInsert('key').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(data)
}
