/** What was written since upkeep was last done, and how busy the record is. */
export interface UpkeepStand {
  /** Transactions that wrote since statistics were taken. */
  readonly sinceStatistics: number
  /** The same since dead rows were cleared away. */
  readonly uncleared: number
  /** The share of the time since the last look in which somebody had the record, 0 to 1. */
  readonly busy: number
  /** How long clearing up has been due, in milliseconds. */
  readonly putOffMs: number
}

/** Statistics taken in the middle of a load show it half done (every document still staged): after it they are taken again. */
const WORTH_STATISTICS = 20
/** So many writes leave enough dead rows and log behind that clearing up is worth its time. */
const WORTH_CLEARING = 500
/**
 * Clearing up a table may take a fifth of a second, so it is done when hardly anybody asks. Nobody at all never happens: the
 * followers of the change log look twice a second.
 */
const QUIET = 0.05
/** A record that is never quiet is cleared up all the same, this long after it was due. */
const LONGEST_PUT_OFF_MS = 10 * 60_000

export const isClearingDue = ({ uncleared }: Pick<UpkeepStand, 'uncleared'>): boolean => uncleared >= WORTH_CLEARING

/** What is worth doing now. */
export function upkeepDue(stand: UpkeepStand): 'clear' | 'statistics' | null {
  const isQuiet = stand.busy < QUIET
  if (isClearingDue(stand)) return isQuiet || stand.putOffMs >= LONGEST_PUT_OFF_MS ? 'clear' : null
  return isQuiet && stand.sinceStatistics >= WORTH_STATISTICS ? 'statistics' : null
}
