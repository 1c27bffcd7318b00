import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '../../../platform/files/make-folder.ts'
import type { Deps, Visitor } from '../../../platform/ports.ts'
import { loadDocument } from '../store/document.queries.ts'
import { editionTexts } from '../store/edition.queries.ts'
import { listGazettes } from '../store/gazette.queries.ts'
import { tiedDocuments } from '../store/override.queries.ts'
import { listRedirects } from '../store/redirect.queries.ts'
import { listAllIds } from '../store/search.queries.ts'
import { content, naturalKey } from './export-content.ts'

const BATCH = 100

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

/** Issues as they say of themselves, and with ids where old addresses lead: both in the order of their names. */
const otherFiles = (
  deps: Deps,
  siteId: string,
  visitor: Visitor,
  withIds: boolean,
): Promise<readonly (readonly [name: string, rows: readonly object[]])[]> =>
  deps.database.read(siteId, async (tx) => {
    const issues = (await listGazettes(tx, visitor))
      .map(({ documentCount: _count, url: _url, ...issue }) => issue)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    return [
      ['gazettes.jsonl', issues] as const,
      ...(withIds ? [['redirects.jsonl', await listRedirects(tx, siteId)] as const] : []),
    ]
  })

const lineOf = (row: object): Line => ({ key: '', text: JSON.stringify(sortKeys(row)) })

interface Line {
  readonly key: string
  readonly text: string
}

/** The file has its name only when it is whole; returns its SHA-256. */
async function writeLines(path: string, lines: readonly Line[]): Promise<string> {
  const draft = `${path}.part`
  const hash = createHash('sha256')
  const bytes = function* () {
    for (const { text } of lines) {
      hash.update(`${text}\n`)
      yield `${text}\n`
    }
  }
  try {
    await pipeline(bytes, createWriteStream(draft))
    await rename(draft, path)
  } catch (fault) {
    await rm(draft, { force: true })
    throw fault
  }
  return hash.digest('hex')
}

/**
 * Writes the record's documents and issues as JSON lines, sorted by natural key: the same bytes for the same content. With
 * ids also public ids, states, times, old addresses, and what was withdrawn; without, nothing would say that it was.
 */
export async function writeExport(
  deps: Deps,
  input: {
    readonly siteId: string
    readonly folder: string
    readonly withIds: boolean
    readonly onProgress?: (done: number) => void
  },
): Promise<Exported> {
  const { siteId, folder, withIds } = input
  makeFolder(folder)
  const visitor: Visitor = withIds ? { kind: 'staff', name: 'export' } : { kind: 'public' }
  const lines: Line[] = []
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const ids: readonly string[] = await deps.database.read(siteId, (tx) => listAllIds(tx, siteId, from, BATCH))
    if (ids.length === 0) break
    for (const id of ids) {
      const [loaded, texts, tied] = await deps.database.read(siteId, async (tx) => {
        const document = await loadDocument(tx, visitor, id, deps.clock.today())
        const isAmended = document.state === 'found' && document.document.editions.length > 1
        const isCorrected = document.state === 'found' && document.document.overrides.length > 0
        return [
          document,
          isAmended ? await editionTexts(tx, siteId, id) : [],
          isCorrected ? await tiedDocuments(tx, siteId, id) : [],
        ] as const
      })
      if (loaded.state !== 'found') continue
      const { document } = loaded
      const extra = withIds
        ? {
            id,
            state: document.edition.state,
            updatedAt: document.updatedAt,
            clauseIds: document.elements.map((element) => element.id),
            editionNumbers: document.editions.map(({ number }) => number),
          }
        : {}
      lines.push({
        key: naturalKey(document),
        text: JSON.stringify(sortKeys({ ...content(document, texts, tied), ...extra })),
      })
    }
    after = ids.at(-1) ?? null
    input.onProgress?.(lines.length)
  }
  lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.text < b.text ? -1 : 1))
  const sha256 = await writeLines(join(folder, 'documents.jsonl'), lines)
  const others: Record<string, string> = {}
  for (const [name, rows] of await otherFiles(deps, siteId, visitor, withIds))
    others[name] = await writeLines(join(folder, name), rows.map(lineOf))
  return { documents: lines.length, sha256, others }
}
