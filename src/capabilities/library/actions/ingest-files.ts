import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Deps, SourceSummary, Tx } from '../../../platform/ports.ts'
import type { Reading } from '../../../reader/types.ts'
import { unitMatcher } from '../../units/public.ts'
import { fileByHash, hashesReadBy, saveFile, saveGazette } from '../store/print.queries.ts'
import { deriveDocuments } from './derive-document.ts'
import { placeDocuments } from './place-documents.ts'

/** `ingest --json` of the fixed interfaces. */
export interface IngestSummary {
  readonly files: number
  readonly documents: number
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: readonly { readonly file: string; readonly line: number | null; readonly reason: string }[]
}

/** Files read ahead while one is written. */
const AHEAD = 4

const READABLE = /\.(?:txt|md|markdown|[xs]?html?|mht|mhtml|docx|pdf|doc|wps|ofd)$/i

/** Every readable file below the paths, in order of their names. A path that is not there is a failure of its own. */
export async function findFiles(
  paths: readonly string[],
): Promise<{ files: string[]; failed: IngestSummary['failed'][number][] }> {
  const files: string[] = []
  const failed: IngestSummary['failed'][number][] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (!found) failed.push({ file: path, line: null, reason: '没有这个文件或文件夹，请检查路径。' })
    else if (found.isFile()) files.push(path)
    else if (!found.isDirectory())
      failed.push({ file: path, line: null, reason: '这不是普通的文件或文件夹（可能是设备或管道），不能装载。' })
    else {
      const inside = await readdir(path, { recursive: true, withFileTypes: true })
      const readable = inside
        .filter((entry) => entry.isFile() && READABLE.test(entry.name) && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name))
      if (readable.length === 0)
        failed.push({
          file: path,
          line: null,
          reason: '文件夹里没有可以读取的文件（txt、md、html、docx、pdf、doc、wps、ofd）。',
        })
      files.push(...readable.sort())
    }
  }
  return { files: [...new Set(files)], failed }
}

export interface IngestInput {
  readonly siteId: string
  readonly siteCode: string
  readonly actor: Actor
  readonly files: readonly string[]
  /** Names of files are kept relative to this. */
  readonly from: string
  readonly onProgress?: (done: number, total: number, what: string) => void
}

/**
 * Loads files into the library: each is read in a worker, then written with its audit row and its changes in one
 * transaction. A file that fails leaves the others in. Loading again what is there changes nothing, so a load that was
 * killed is resumed by running it again.
 */
export async function ingestFiles(deps: Deps, input: IngestInput): Promise<IngestSummary> {
  const { siteId, files } = input
  const known = new Set(await deps.database.read(siteId, (tx) => hashesReadBy(tx, siteId, deps.reader.version)))
  const counts = { documents: 0, new: 0, updated: 0, unchanged: 0 }
  const failed: IngestSummary['failed'][number][] = []
  const queue = files.map((path) => ({ path, started: null as Promise<Prepared> | null }))
  for (const [index, { path }] of queue.entries()) {
    for (const ahead of queue.slice(index, index + AHEAD)) ahead.started ??= prepare(deps, ahead.path, known)
    const name = relative(input.from, path).startsWith('..') ? basename(path) : relative(input.from, path)
    const prepared = await (queue[index]?.started ?? prepare(deps, path, known))
    if (queue[index]) queue[index].started = null
    if (prepared.kind === 'failed') failed.push({ file: name, line: prepared.line, reason: prepared.reason })
    else if (prepared.kind === 'known') counts.unchanged++
    else {
      const written = await writeFile(deps, input, name, prepared)
      known.add(prepared.hash)
      counts.documents += prepared.reading.documents.length
      if (written.created > 0) counts.new++
      else if (written.isChanged) counts.updated++
      else counts.unchanged++
    }
    input.onProgress?.(index + 1, files.length, name)
  }
  return { files: files.length, ...counts, failed }
}

type Prepared =
  | { readonly kind: 'failed'; readonly reason: string; readonly line: number | null }
  | { readonly kind: 'known' }
  | {
      readonly kind: 'read'
      readonly hash: string
      readonly size: number
      readonly bytes: Uint8Array
      readonly source: SourceSummary
      readonly reading: Reading
    }

/** Reads a file's bytes and, unless they are loaded already, what stands in them. Never throws: a fault is the file's. */
async function prepare(deps: Deps, path: string, known: ReadonlySet<string>): Promise<Prepared> {
  try {
    const { size } = await stat(path)
    const tooLarge = deps.reader.refusalOfSize(path, size)
    if (tooLarge) return { kind: 'failed', reason: tooLarge, line: null }
    const bytes = await readFile(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (known.has(hash)) return { kind: 'known' }
    const read = await deps.reader.read({ name: basename(path), bytes })
    if (!read.ok) return { kind: 'failed', reason: read.message, line: read.line }
    if (read.reading.documents.length === 0) return { kind: 'failed', reason: '文件里没有识别出任何文件。', line: null }
    return { kind: 'read', hash, size, bytes, source: read.source, reading: read.reading }
  } catch (fault) {
    deps.log.warn({ err: fault, file: path }, 'file could not be read')
    return { kind: 'failed', reason: `文件读不了：${(fault as Error).message}`, line: null }
  }
}

async function writeFile(
  deps: Deps,
  { siteId, siteCode, actor }: IngestInput,
  name: string,
  { hash, size, bytes, source, reading }: Extract<Prepared, { kind: 'read' }>,
): Promise<{ created: number; isChanged: boolean }> {
  await deps.files.put(bytes)
  const at = deps.clock.now()
  return deps.database.write(siteId, async (tx) => {
    const before = await fileByHash(tx, siteId, hash)
    if (before?.state === 'loaded' && before.readerVersion === deps.reader.version)
      return { created: 0, isChanged: false }
    const matchUnit = await unitMatcher(tx, siteId)
    const gazetteId = await gazetteOf(tx, siteId, reading)
    await saveFile(tx, siteId, {
      hash,
      name,
      format: source.format,
      size,
      readerVersion: deps.reader.version,
      state: 'loaded',
      gazetteId,
      findings: reading.findings,
      loadedAt: at,
    })
    const placed = await placeDocuments(tx, { siteId, siteCode, hash, gazetteId, reading, at })
    const changed = await deriveDocuments(tx, { siteId, matchUnit, at }, placed.ids, placed.created)
    await appendAudit(tx, siteId, {
      at,
      actor,
      verb: 'ingest-file',
      subject: hash,
      before: before ? { readerVersion: before.readerVersion } : undefined,
      after: reading.documents.map(({ docNumber, title }) => [docNumber, title]),
      detail: { name, documents: reading.documents.length, readerVersion: deps.reader.version },
    })
    const gazetteChange = gazetteId ? [{ entity: 'gazette', id: gazetteId }] : []
    await appendChanges(tx, siteId, [...changed.map((id) => ({ entity: 'document', id })), ...gazetteChange])
    return { created: placed.created.length, isChanged: true }
  })
}

/** The issue that a file prints, when it says its year and number. */
async function gazetteOf(tx: Tx, siteId: string, { gazette }: Reading): Promise<string | null> {
  if (!gazette?.year || !gazette.number) return null
  const id = `${gazette.year}-${gazette.number}`
  await saveGazette(tx, siteId, {
    id,
    title: gazette.title ?? '政府公报',
    publisher: gazette.publisher,
    year: gazette.year,
    number: gazette.number,
    totalNumber: gazette.totalNumber,
    publishedOn: gazette.publishedOn,
  })
  return id
}
