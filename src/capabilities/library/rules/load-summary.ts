/** What became of a file of a load; `waiting`: nothing yet. */
export type LoadFileState = 'waiting' | 'new' | 'updated' | 'unchanged' | 'failed'

export interface LoadFailure {
  readonly file: string
  readonly line: number | null
  readonly reason: string
}

/** `ingest --json` of the fixed interfaces. */
export interface IngestSummary {
  readonly files: number
  readonly documents: number
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: readonly LoadFailure[]
}

/** How many files of a load are in each state, and how many documents they hold. */
export type LoadCounts = Readonly<Record<LoadFileState, number>> & { readonly documents: number }

export function countStates(
  groups: readonly { readonly state: LoadFileState; readonly files: number; readonly documents: number }[],
): LoadCounts {
  const counts = { waiting: 0, new: 0, updated: 0, unchanged: 0, failed: 0, documents: 0 }
  for (const { state, files, documents } of groups) {
    counts[state] += files
    counts.documents += documents
  }
  return counts
}

export const filesDone = ({ new: created, updated, unchanged, failed }: LoadCounts): number =>
  created + updated + unchanged + failed

export const filesTotal = (counts: LoadCounts): number => counts.waiting + filesDone(counts)

export const summaryOf = (counts: LoadCounts, failed: readonly LoadFailure[]): IngestSummary => ({
  files: filesTotal(counts),
  documents: counts.documents,
  new: counts.new,
  updated: counts.updated,
  unchanged: counts.unchanged,
  failed,
})

/** A process that has not shown itself for this long is taken for dead, and its load for one that waits to go on. */
export const SIGN_OF_LIFE_MS = 15_000
const DEAD_AFTER_MS = 4 * SIGN_OF_LIFE_MS

/** Who was last seen before this is taken for dead. */
export const deadBefore = (now: Date): Date => new Date(now.getTime() - DEAD_AFTER_MS)

export type LoadStanding = 'running' | 'interrupted' | 'finished'

/** How a load stands at a moment. */
export function standingOfLoad(
  load: { readonly state: 'running' | 'finished'; readonly seenAt: Date },
  now: Date,
): LoadStanding {
  if (load.state === 'finished') return 'finished'
  return load.seenAt < deadBefore(now) ? 'interrupted' : 'running'
}
