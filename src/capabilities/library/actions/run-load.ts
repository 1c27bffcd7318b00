import { faultReason, knownReason } from '../../../kernel/fault-reason.ts'
import type { Actor, Database, Deps } from '../../../platform/ports.ts'
import { filesDone, filesTotal, type IngestSummary, SIGN_OF_LIFE_MS, summaryOf } from '../rules/load-summary.ts'
import { countsOf, failuresOf, listedPaths, waitingFiles } from '../store/load.queries.ts'
import { addFiles, finishLoad, markFiles, releaseLoad, showLife } from '../store/load-writes.ts'
import { hashesReadBy } from '../store/print.queries.ts'
import { findFiles } from './find-files.ts'
import { placeFile } from './place-file.ts'
import { readFiles } from './read-files.ts'

/** Files listed or marked in one transaction. */
const BATCH = 200

export interface LoadToRun {
  readonly siteId: string
  readonly loadId: number
  readonly actor: Actor
  readonly paths: readonly string[]
  readonly base: string
  readonly onProgress?: ((done: number, total: number, what: string) => void) | undefined
  /** Ends the load after the file at hand; it stays unfinished and can be gone on with. */
  readonly signal?: AbortSignal | undefined
}

/** Loads that this process works on now, by record: nobody takes them for interrupted. */
const atWork = new WeakMap<Database, Set<string>>()

const workOf = (database: Database): Set<string> => {
  const known = atWork.get(database) ?? new Set()
  atWork.set(database, known)
  return known
}

export const isAtWork = (database: Database, siteId: string, loadId: number): boolean =>
  workOf(database).has(`${siteId}/${loadId}`)

/** Works through the files of a load that nothing has become of yet, to its end or to the signal. */
export async function runLoad(deps: Deps, load: LoadToRun): Promise<IngestSummary> {
  const { database, clock } = deps
  const { siteId, loadId } = load
  const key = `${siteId}/${loadId}`
  const write = (work: Parameters<typeof database.write<void>>[1]) => database.write(siteId, work)
  workOf(database).add(key)
  const life = setInterval(() => {
    write((tx) => showLife(tx, siteId, loadId, clock.now())).catch((fault: unknown) =>
      deps.log.warn({ err: fault }, 'a load could not show that it is alive'),
    )
  }, SIGN_OF_LIFE_MS)
  life.unref()
  try {
    await listFiles(deps, load)
    await loadWaiting(deps, load)
    await write((tx) =>
      load.signal?.aborted ? releaseLoad(tx, siteId, loadId) : finishLoad(tx, siteId, loadId, clock.now()),
    )
  } finally {
    clearInterval(life)
    workOf(database).delete(key)
  }
  return database.read(siteId, async (tx) =>
    summaryOf(await countsOf(tx, siteId, loadId), await failuresOf(tx, siteId, loadId)),
  )
}

/** Lists what lies under the paths now and was not listed yet. */
async function listFiles({ database }: Deps, { siteId, loadId, paths, base }: LoadToRun): Promise<void> {
  const listed = await database.read(siteId, (tx) => listedPaths(tx, siteId, loadId))
  const files = (await findFiles(paths, base)).filter(({ path }) => !listed.has(path))
  for (let at = 0; at < files.length; at += BATCH) {
    await database.write(siteId, (tx) => addFiles(tx, siteId, loadId, listed.size + at, files.slice(at, at + BATCH)))
  }
}

async function loadWaiting(deps: Deps, load: LoadToRun): Promise<void> {
  const { database } = deps
  const { siteId, loadId, signal, actor } = load
  const known = new Set(await database.read(siteId, (tx) => hashesReadBy(tx, siteId, deps.reader.version)))
  const counts = await database.read(siteId, (tx) => countsOf(tx, siteId, loadId))
  const total = filesTotal(counts)
  let done = filesDone(counts)
  let unchanged: number[] = []
  const mark: (positions: readonly number[], outcome: Parameters<typeof markFiles>[4]) => Promise<void> = (
    positions,
    outcome,
  ) => database.write(siteId, (tx) => markFiles(tx, siteId, loadId, positions, outcome))
  const markUnchanged = async () => {
    if (unchanged.length > 0) await mark(unchanged, { state: 'unchanged' })
    unchanged = []
  }
  for (let after = -1; ; ) {
    const from = after
    const files = await database.read(siteId, (tx) => waitingFiles(tx, siteId, loadId, from, BATCH))
    for await (const { file, prepared } of readFiles(deps, files, known)) {
      if (signal?.aborted) break
      if (prepared.kind === 'known') unchanged.push(file.position)
      else if (prepared.kind === 'failed')
        await mark([file.position], { state: 'failed', line: prepared.line, reason: prepared.reason })
      else {
        // What the record does not take is the file's fault, unless the record takes not even the mark: then the load ends.
        const isIn = await placeFile(deps, {
          siteId,
          actor,
          file: { ...prepared, name: file.name },
          mark: (tx, outcome) => markFiles(tx, siteId, loadId, [file.position], outcome),
        }).then(
          () => true,
          async (fault: unknown) => {
            // A fault with a sentence of its own needs no stack in front of it.
            if (knownReason(fault) === null)
              deps.log.error({ err: fault, file: file.path }, 'file could not be written to the record')
            const reason = `没有写进文件库：${faultReason(fault)}。请解决后再运行一次同样的命令。`
            await mark([file.position], { state: 'failed', line: null, reason })
            return false
          },
        )
        if (isIn) known.add(prepared.hash)
      }
      load.onProgress?.(++done, total, file.name)
    }
    await markUnchanged()
    after = files.at(-1)?.position ?? after
    if (signal?.aborted || files.length < BATCH) return
  }
}
