import { sql } from 'drizzle-orm'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import type { PageCache, Tx, Visitor } from '../../../platform/ports.ts'
import { tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { gazettes } from './prints.table.ts'
import { visibleRows } from './summary.queries.ts'

/** Which columns of the portal hold something: an empty one is a fault of a government site (政府网站检查指标: 空白栏目), and leads nobody anywhere. */
export interface FilledColumns {
  readonly gazettes: boolean
  readonly tasks: boolean
}

const PUBLIC: Visitor = { kind: 'public' }
const FILLED = fixedSql(sql`SELECT EXISTS (SELECT 1 FROM ${gazettes}) AS gazettes,
  EXISTS (SELECT 1 FROM ${tasks} t JOIN ${documents} d ON d.site_id = t.site_id AND d.id = t.document_id WHERE ${visibleRows(PUBLIC)}) AS tasks`)

async function readFilled(tx: Tx): Promise<FilledColumns> {
  const { rows } = await tx.execute<FilledColumns & Record<string, unknown>>(FILLED)
  return { gazettes: rows[0]?.gazettes ?? false, tasks: rows[0]?.tasks ?? false }
}

type Reading = <T>(siteId: string, work: (tx: Tx) => Promise<T>) => Promise<T>

interface KnownColumns {
  /** For the navigation of every page: read once for as long as no page is renewed. */
  of(siteId: string): Promise<FilledColumns>
  /** Looks again. The columns stand on every page: where pages were made with others, all of them are made anew. */
  follow(siteId: string): Promise<FilledColumns>
}

const known = new WeakMap<PageCache, KnownColumns>()

/** What pages were made with, for those that make them and for what renews them. */
export function filledColumns(pages: PageCache, read: Reading): KnownColumns {
  const columns = known.get(pages) ?? openColumns(pages, read)
  known.set(pages, columns)
  return columns
}

function openColumns(pages: PageCache, read: Reading): KnownColumns {
  const shown = new Map<string, { readonly bumps: number; readonly filled: FilledColumns }>()
  const follow = async (siteId: string): Promise<FilledColumns> => {
    const bumps = pages.bumps()
    const filled = await read(siteId, readFilled)
    const last = shown.get(siteId)?.filled
    shown.set(siteId, { bumps, filled })
    // Once in the life of a site, with its first gazette and its first task.
    if (last && (last.gazettes !== filled.gazettes || last.tasks !== filled.tasks)) pages.bump(['settings'])
    return filled
  }
  return {
    follow,
    async of(siteId) {
      const last = shown.get(siteId)
      return last?.bumps === pages.bumps() ? last.filled : follow(siteId)
    },
  }
}
