import { sql } from 'drizzle-orm'
import { done, type Outcome, refused } from '../kernel/outcome.ts'
import type { Database, Site, Tx } from './ports.ts'

/** Code and name of the site that an empty record gets, until its settings are imported. */
export const NAMELESS = '000000'
export const NAMELESS_NAME = '未命名的区'

type SiteRow = { readonly id: string; readonly code: string; readonly name: string; readonly hosts: string[] }

export async function listSites(tx: Tx): Promise<readonly Site[]> {
  const { rows } = await tx.execute<SiteRow>(sql`SELECT id, code, name, hosts FROM sites ORDER BY id`)
  return rows.map(({ id, code, name, hosts }) => ({ id, code, name, hosts }))
}

/** The site of a command: the one named, or the only one. */
export function chooseSite(sites: readonly Site[], siteId: string | null): Outcome<Site> {
  const names = sites.map(({ id }) => id).join('、')
  if (siteId !== null) {
    const named = sites.find(({ id }) => id === siteId)
    return named
      ? done(named)
      : refused(
          'unknown-site',
          `没有名为“${siteId}”的站点。${names ? `现有的站点：${names}。` : '还没有任何站点。'}`,
          siteId,
        )
  }
  const [only, another] = sites
  if (only && !another) return done(only)
  if (!only) return refused('site-needed', '还没有任何站点。请先导入设置（kaiming settings import）。')
  return refused('site-needed', `这里有多个站点，请用 --site 指明其中一个：${names}。`)
}

/** The site that answers a host name: the one that lists it, or the only one. */
export function siteOfHost(sites: readonly Site[], host: string): Site | null {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return sites.find(({ hosts }) => hosts.includes(name)) ?? (sites.length === 1 ? (sites[0] ?? null) : null)
}

/** The site of a command; an empty record gets the default site, whose code stays 000000 until the settings are imported. */
export async function findOrCreateSite(database: Database, siteId: string | null): Promise<Outcome<Site>> {
  // Commands that only tell must work also where nothing can be written.
  const there = await database.readAsOwner(listSites)
  if (there.length > 0 || (siteId !== null && siteId !== 'default')) return chooseSite(there, siteId)
  return database.asOwner(async (tx) => {
    await tx.execute(
      sql`INSERT INTO sites (id, code, name) VALUES ('default', ${NAMELESS}, ${NAMELESS_NAME}) ON CONFLICT DO NOTHING`,
    )
    return chooseSite(await listSites(tx), siteId)
  })
}
