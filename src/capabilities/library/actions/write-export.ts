import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Day } from '../../../kernel/day.ts'
import { makeFolder } from '../../../platform/files/make-folder.ts'
import { beginWholeFile, type WholeFile } from '../../../platform/files/whole-file.ts'
import type { Deps, Tx, Visitor } from '../../../platform/ports.ts'
import { loadDocument } from '../store/document.queries.ts'
import { editionTexts } from '../store/edition.queries.ts'
import { listGazettes } from '../store/gazette.queries.ts'
import { listNames, type NamedDocument } from '../store/name.queries.ts'
import { tiedDocuments } from '../store/override.queries.ts'
import { listRedirects } from '../store/redirect.queries.ts'
import { content, naturalKey } from './export-content.ts'

const BATCH = 500
/** Documents between two notes of progress. */
const TOLD_EVERY = 50

/** What was written: how many documents, the hash of their file, and of the others by their names. */
export interface Exported {
  readonly documents: number
  readonly sha256: string
  readonly others: Readonly<Record<string, string>>
}

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  )
}

type Read = <R>(query: (tx: Tx) => Promise<R>) => Promise<R>

const lineOf = (row: object): string => JSON.stringify(sortKeys(row))

export interface ExportInput {
  readonly siteId: string
  readonly folder: string
  readonly withIds: boolean
  readonly onProgress?: (done: number) => void
  /** Called when all files, so many bytes, lie on the disk and have their names not yet: throwing leaves none behind. */
  readonly onWhole?: (exported: Exported, bytes: number) => Promise<void>
}

/**
 * Writes the record's documents and issues as of one moment as JSON lines, sorted by natural key: the same bytes for the same
 * content. With ids also public ids, states, times, old addresses, and what was withdrawn; without, nothing would say that
 * it was. Documents go by one at a time: the largest library takes no more memory than its largest document, and its keys.
 */
export async function writeExport(deps: Deps, input: ExportInput): Promise<Exported> {
  const { siteId, folder, withIds, onWhole } = input
  const isNew = !existsSync(folder)
  makeFolder(folder)
  const visitor: Visitor = withIds ? { kind: 'staff', name: 'export' } : { kind: 'public' }
  const names = ['documents.jsonl', 'gazettes.jsonl', ...(withIds ? ['redirects.jsonl'] : [])]
  const drafts: WholeFile[] = []
  try {
    for (const name of names) drafts.push(await beginWholeFile(join(folder, name)))
    const [documents, gazettes, redirects] = drafts
    const [exported, bytes] = await deps.database.snapshot(async (read) => {
      const count = { documents: 0 }
      const main = await fill(documents, documentLines(read, deps.clock.today(), visitor, input, count))
      const others = { 'gazettes.jsonl': await fill(gazettes, issueLines(read, visitor)) }
      const old = redirects && { 'redirects.jsonl': await fill(redirects, redirectLines(read, siteId)) }
      const all = { ...others, ...old }
      const hashes = Object.fromEntries(Object.entries(all).map(([name, { sha256 }]) => [name, sha256]))
      const lengths = [main, ...Object.values(all)].map(({ length }) => length)
      return [{ ...count, sha256: main.sha256, others: hashes }, lengths.reduce((sum, length) => sum + length)] as const
    }, siteId)
    await onWhole?.(exported, bytes)
    for (const draft of drafts) await draft.name()
    return exported
  } catch (fault) {
    for (const draft of drafts) await draft.abandon()
    if (isNew) await rmdir(folder).catch(() => undefined)
    throw fault
  }
}

/** Writes lines into a file that gets its name later; returns their SHA-256. */
async function fill(
  draft: WholeFile | undefined,
  lines: AsyncIterable<string>,
): Promise<{ readonly sha256: string; readonly length: number }> {
  if (!draft) throw new Error('a file of the export was not begun')
  const hash = createHash('sha256')
  const bytes = async function* () {
    for await (const line of lines) {
      const text = `${line}\n`
      hash.update(text)
      yield text
    }
  }
  await pipeline(bytes, draft.sink)
  return { length: await draft.settle(), sha256: hash.digest('hex') }
}

/** Documents in the order of their natural keys; those that share one, in that of their lines. */
async function* documentLines(
  read: Read,
  today: Day,
  visitor: Visitor,
  { siteId, withIds, onProgress }: ExportInput,
  count: { documents: number },
): AsyncGenerator<string> {
  const keys: { readonly id: string; readonly key: string }[] = []
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const rows: readonly NamedDocument[] = await read((tx) => listNames(tx, siteId, from, BATCH))
    if (rows.length === 0) break
    for (const row of rows) keys.push({ id: row.id, key: naturalKey(row) })
    after = rows.at(-1)?.id ?? null
  }
  keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  let together: string[] = []
  for (const [at, { id, key }] of keys.entries()) {
    const line = await read((tx) => documentLine(tx, siteId, visitor, id, today, withIds))
    if (line !== null) together.push(line)
    if (keys[at + 1]?.key === key) continue
    count.documents += together.length
    yield* together.sort()
    together = []
    if (at % TOLD_EVERY === 0 || at === keys.length - 1) onProgress?.(count.documents)
  }
}

/** One document; null when the visitor does not see it. */
async function documentLine(
  tx: Tx,
  siteId: string,
  visitor: Visitor,
  id: string,
  today: Day,
  withIds: boolean,
): Promise<string | null> {
  const loaded = await loadDocument(tx, visitor, id, today)
  if (loaded.state !== 'found') return null
  const { document } = loaded
  const texts = document.editions.length > 1 ? await editionTexts(tx, siteId, id) : []
  const tied = document.overrides.length > 0 ? await tiedDocuments(tx, siteId, id) : []
  const extra = withIds
    ? {
        id,
        state: document.edition.state,
        updatedAt: document.updatedAt,
        clauseIds: document.elements.map((element) => element.id),
        editionNumbers: document.editions.map(({ number }) => number),
      }
    : {}
  return lineOf({ ...content(document, texts, tied), ...extra })
}

/** Issues as they say of themselves, in the order of their names. */
async function* issueLines(read: Read, visitor: Visitor): AsyncGenerator<string> {
  const issues = (await read((tx) => listGazettes(tx, visitor)))
    .map(({ documentCount: _count, url: _url, ...issue }) => issue)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const issue of issues) yield lineOf(issue)
}

/** Where old addresses lead, in their order. */
async function* redirectLines(read: Read, siteId: string): AsyncGenerator<string> {
  for (const redirect of await read((tx) => listRedirects(tx, siteId))) yield lineOf(redirect)
}
