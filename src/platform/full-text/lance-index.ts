import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type FullTextQuery, Index, MatchQuery, PhraseQuery, type Table } from '@lancedb/lancedb'
import { Field, Float64, Schema, Utf8 } from 'apache-arrow'
import type { Cursor, FullTextIndex, FullTextRow } from '../ports.ts'

/** More matches than this are not counted one by one: totals beyond are estimates (decision 20). */
const MOST_MATCHES = 20_000
const TABLE = 'rows'
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

const keyOf = (siteId: string, id: string): string => `${siteId}/${id}`

/** What the folder was built with: another stamp (dictionary, fields, shape) means that it is built anew. */
function openFolder(folder: string, stamp: string): void {
  const file = join(folder, 'stamp')
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, stamp)
}

/** The cursor lies in the index's own folder, written whole or not at all. */
function fileCursor(folder: string): Cursor & { forget(): void } {
  const file = join(folder, 'cursor')
  return {
    async read() {
      const version = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
      return Number.isInteger(version) ? version : null
    },
    async write(version) {
      writeFileSync(`${file}.new`, String(version))
      renameSync(`${file}.new`, file)
    },
    forget: () => rmSync(file, { force: true }),
  }
}

/**
 * Opens the full-text index in a folder, empty when it was not there or was built with another stamp. Text arrives
 * segmented (words separated by spaces). Writers are serialised; readers are not held up by them.
 */
export async function openLanceIndex(options: {
  readonly folder: string
  readonly fields: readonly string[]
  readonly stamp: string
}): Promise<FullTextIndex> {
  process.env.LANCE_CPU_THREADS ??= COMPUTE_THREADS
  openFolder(options.folder, JSON.stringify([options.stamp, options.fields]))
  const database = await connect(options.folder)
  const isNew = !(await database.tableNames()).includes(TABLE)
  const text = (name: string) => new Field(name, new Utf8(), false)
  const schema = new Schema([
    ...['key', 'id', 'siteId', 'stored'].map(text),
    new Field('version', new Float64(), false),
    ...options.fields.map(text),
  ])
  const table = isNew ? await database.createEmptyTable(TABLE, schema) : await database.openTable(TABLE)
  if (isNew) await createIndexes(table, options.fields)
  const cursor = fileCursor(options.folder)
  if (isNew) cursor.forget()
  return lanceIndex(table, options.fields, cursor)
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

function lanceIndex(table: Table, fields: readonly string[], cursor: ReturnType<typeof fileCursor>): FullTextIndex {
  let writing: Promise<unknown> = Promise.resolve()
  /** One writer at a time: LanceDB retries conflicting commits, but order matters to us. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = writing.then(work, work)
    writing = next.catch(() => undefined)
    return next
  }
  const find = async (siteId: string, query: FullTextQuery) =>
    table
      .query()
      .fullTextSearch(query)
      .where(`siteId = ${quoted(siteId)}`)
      .select(['id', '_score'])
      .limit(MOST_MATCHES)
      .toArray()

  return {
    cursor,
    upsert: (rows) => inTurn(() => upsertRows(table, fields, rows)),
    remove: (siteId, gone) =>
      inTurn(() =>
        upsertRows(
          table,
          fields,
          gone.map(({ id, version }) => ({ id, siteId, version, fields: {}, stored: null })),
        ),
      ),
    async withWord(siteId, field, word) {
      const found = await find(siteId, new MatchQuery(word, field))
      return new Map(found.map((row): [string, number] => [String(row.id), Number(row._score)]))
    },
    async withPhrase(siteId, field, words) {
      const found = await find(siteId, new PhraseQuery(words.join(' '), field))
      return new Set(found.map((row) => String(row.id)))
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
    optimize: () =>
      inTurn(async () => void (await table.optimize({ cleanupOlderThan: new Date(Date.now() - LONGEST_LOOK_MS) }))),
    clear: () =>
      inTurn(async () => {
        cursor.forget()
        await table.delete('true')
      }),
    close: () => table.close(),
  }
}

/** Replaces rows by key; a row that the index holds in a newer version stays as it is. */
async function upsertRows(table: Table, fields: readonly string[], rows: readonly FullTextRow[]): Promise<void> {
  if (rows.length === 0) return
  const data = rows.map((row) => ({
    key: keyOf(row.siteId, row.id),
    id: row.id,
    siteId: row.siteId,
    version: row.version,
    stored: JSON.stringify(row.stored),
    ...Object.fromEntries(fields.map((field) => [field, row.fields[field] ?? ''])),
  }))
  await table
    .mergeInsert('key')
    .whenMatchedUpdateAll({ where: 'target.version <= source.version' })
    .whenNotMatchedInsertAll()
    .execute(data)
}
