import type { Day } from '../../../kernel/day.ts'
import { keepReading } from '../../../platform/database/kept-reading.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'

/** Who reads a site, and on which day: what a page depends on beside the record. */
export interface Visit {
  readonly siteId: string
  readonly visitor: Visitor
  readonly today: Day
}

/** Keeps what a reading gives each kind of visitor while nothing of the site changes and the day is the same. */
export function keepForVisit<T>(
  read: (tx: Tx, visitor: Visitor, today: Day, siteId: string) => Promise<T>,
): (tx: Tx, visit: Visit) => Promise<T> {
  const keep = keepReading<T>()
  return (tx, { siteId, visitor, today }) =>
    keep(tx, { siteId, whose: visitor.kind, today }, () => read(tx, visitor, today, siteId))
}
