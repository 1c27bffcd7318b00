import { createHash } from 'node:crypto'
import { z } from 'zod'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'

/**
 * A backup is a gzipped tar: `manifest.json` first, then `tables/{name}/{n}.jsonl` (rows as PostgreSQL writes them as JSON),
 * `sequences.json`, `files/{hash}` and, when asked for, `secrets/{name}`; `end.json` last, with the number of entries and
 * a hash over all of them. It is the same whether it comes from PGlite or PostgreSQL, and goes into either.
 */
export const FORMAT = 1

export const MANIFEST = 'manifest.json'
export const SEQUENCES = 'sequences.json'
export const END = 'end.json'

const manifestSchema = z.object({
  format: z.number().int(),
  createdAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  sites: z.array(z.string()),
  withSecrets: z.boolean(),
})

export type Manifest = z.infer<typeof manifestSchema>

export const sequencesSchema = z.array(z.object({ name: z.string(), last: z.string() }))
export type Sequences = z.infer<typeof sequencesSchema>

const endSchema = z.object({ entries: z.number().int(), hash: z.string() })

export const damaged = (what: string) =>
  refused('backup-damaged', `备份文件已经损坏或者不完整（${what}）。请换一份备份。`)

/** Reads the manifest and says whether this program can restore what follows. */
export function readManifest(
  text: string,
  known: readonly { readonly name: string; readonly checksum: string }[],
): Outcome<Manifest> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return damaged('开头的说明读不出来')
  }
  const read = manifestSchema.safeParse(json)
  if (!read.success) return damaged('开头的说明不对')
  const { format, migrations } = read.data
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]))
  const newer = migrations.find(({ name }) => !checksums.has(name))
  if (format > FORMAT || newer) {
    const what = newer ? `它的数据库已经升级到“${newer.name}”` : `它的格式是第 ${format} 版`
    return refused('backup-newer', `这份备份比程序新：${what}，这个版本的程序不认识。请使用更新的程序恢复。`)
  }
  const other = migrations.find(({ name, checksum }) => checksums.get(name) !== checksum)
  if (other)
    return refused(
      'backup-differs',
      `这份备份的数据库升级“${other.name}”与程序自带的不一样。请使用正式发布的程序恢复。`,
    )
  return done(read.data)
}

/** Counts the entries of an archive and hashes them one after the other: the seal at its end. */
export function makeSeal() {
  const hash = createHash('sha256')
  let entries = 0
  return {
    add(name: string, bytes: Uint8Array): void {
      entries++
      hash.update(`${name}\n${bytes.byteLength}\n`).update(bytes)
    },
    close: (): string => JSON.stringify({ entries, hash: hash.digest('hex') }),
  }
}

/** Whether the seal that an archive ends with is that of what was read. */
export function isSealed(text: string, seal: string): boolean {
  try {
    const [told, seen] = [endSchema.parse(JSON.parse(text)), endSchema.parse(JSON.parse(seal))]
    return told.entries === seen.entries && told.hash === seen.hash
  } catch {
    return false
  }
}

/** Tables in an order in which each comes after those that it refers to; a table may refer to itself. */
export function inOrderOfReference(
  tables: readonly string[],
  references: readonly { readonly from: string; readonly to: string }[],
): string[] {
  const ordered: string[] = []
  const left = new Set(tables)
  while (left.size > 0) {
    const ready = [...left].filter((table) =>
      references.every(({ from, to }) => from !== table || to === table || !left.has(to)),
    )
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left].join(', ')}`)
    for (const table of ready) left.delete(table)
    ordered.push(...ready)
  }
  return ordered
}

const LEAST_ROWS = 5
const MOST_ROWS = 2000
/** A page of about this many bytes is read and written in some milliseconds. */
const PAGE_BYTES = 512 * 1024

/** How many rows to read next, after a page of so many bytes: rows of one table may be a line or a whole gazette. */
export function nextPage(rows: number, bytes: number): number {
  if (bytes > PAGE_BYTES) return Math.max(LEAST_ROWS, Math.floor(rows / 2))
  return bytes < PAGE_BYTES / 4 ? Math.min(MOST_ROWS, rows * 2) : rows
}
