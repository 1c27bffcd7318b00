import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { faultReason, knownReason } from '../../../kernel/fault-reason.ts'
import type { Deps, SourceSummary } from '../../../platform/ports.ts'
import type { Reading } from '../../../reader/types.ts'

/** Files read ahead while one is written. */
const AHEAD = 4

/** What became of reading a file. */
export type Prepared =
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

/** Reads files in their order, some ahead of the one that is handed out. */
export async function* readFiles<File extends { readonly path: string }>(
  deps: Deps,
  files: readonly File[],
  known: ReadonlySet<string>,
): AsyncGenerator<{ readonly file: File; readonly prepared: Prepared }> {
  const ahead: { readonly file: File; readonly reading: Promise<Prepared> }[] = []
  for (const file of files) {
    ahead.push({ file, reading: prepare(deps, file.path, known) })
    const first = ahead.length > AHEAD ? ahead.shift() : undefined
    if (first) yield { file: first.file, prepared: await first.reading }
  }
  for (const { file, reading } of ahead) yield { file, prepared: await reading }
}

/** Reads a file's bytes and, unless they are loaded already, what stands in them. Never throws: a fault is the file's. */
async function prepare(deps: Deps, path: string, known: ReadonlySet<string>): Promise<Prepared> {
  try {
    const { size } = await stat(path)
    const tooLarge = deps.reader.refusalOfSize(path, size)
    if (tooLarge) return failure(tooLarge)
    const bytes = await readFile(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (known.has(hash)) return { kind: 'known' }
    const read = await deps.reader.read({ name: basename(path), bytes })
    if (!read.ok) return failure(read.message, read.line)
    if (read.reading.documents.length === 0) return failure('里面没有识别出公文或公报。请打开看看，是不是选错了文件。')
    return { kind: 'read', hash, size, bytes, source: read.source, reading: read.reading }
  } catch (fault) {
    if (knownReason(fault) === null) deps.log.warn({ err: fault, file: path }, 'file could not be read')
    const isGone = (fault as NodeJS.ErrnoException).code === 'ENOENT'
    return failure(isGone ? '没有这个文件或文件夹，请检查路径。' : `文件读不了：${faultReason(fault)}。`)
  }
}

const failure = (reason: string, line: number | null = null): Prepared => ({ kind: 'failed', reason, line })
