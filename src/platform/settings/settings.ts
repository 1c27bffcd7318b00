import { sql } from 'drizzle-orm'
import { type Day, shanghaiDay } from '../../kernel/day.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { appendAudit } from '../audit/audit.ts'
import { appendChanges } from '../changes/changes.ts'
import { textArray } from '../database/text-array.ts'
import type { Actor, Database, SiteSettings, Tx } from '../ports.ts'
import { listSites, NAMELESS, NAMELESS_NAME } from '../sites.ts'
import { bareSettings, type SettingsFile } from './settings-file.ts'

export interface ImportedSettings {
  readonly siteId: string
  /** False: the same settings were there already, and nothing was written. */
  readonly isChanged: boolean
}

/**
 * Imports settings as of their day, with the audit row and the change; the same file again changes nothing. They name the
 * site. A new name makes a new site; the nameless one that an empty record got goes, unless something stands in it.
 */
export function importSettings(
  database: Database,
  file: SettingsFile,
  actor: Actor,
  at: Date,
  siteOfCommand = 'default',
): Promise<Outcome<ImportedSettings>> {
  const siteId = file.site ?? siteOfCommand
  return database.asOwner(async (tx) => {
    const placed = await placeSite(tx, siteId, file)
    if (!placed.ok) return placed
    const body = JSON.stringify(file)
    const { rows } = await tx.execute<{ is_same: boolean; body: unknown }>(
      sql`SELECT body = ${body}::jsonb AS is_same, body FROM settings WHERE site_id = ${siteId} AND valid_from = ${file.validFrom}::date
        ORDER BY saved_at DESC LIMIT 1`,
    )
    if (rows[0]?.is_same) return done({ siteId, isChanged: false })
    if (file.validFrom <= shanghaiDay(at)) {
      await tx.execute(
        sql`UPDATE sites SET code = ${file.code}, name = ${file.name}, hosts = ${textArray(hostsOf(file))} WHERE id = ${siteId}`,
      )
    }
    await tx.execute(
      sql`INSERT INTO settings (site_id, valid_from, saved_at, body) VALUES (${siteId}, ${file.validFrom}, ${at.toISOString()}, ${body}::jsonb)`,
    )
    await appendAudit(tx, siteId, {
      at,
      actor,
      verb: 'import-settings',
      subject: 'settings',
      before: rows[0]?.body,
      after: file,
      detail: { validFrom: file.validFrom },
    })
    await appendChanges(tx, siteId, [{ entity: 'settings', id: siteId }])
    return done({ siteId, isChanged: true })
  })
}

/** Finds or makes the site that settings name; refused when a host is another site's, or the nameless site is in use. */
async function placeSite(tx: Tx, siteId: string, file: SettingsFile): Promise<Outcome<null>> {
  const sites = await listSites(tx)
  const taken = sites.find((site) => site.id !== siteId && site.hosts.some((host) => hostsOf(file).includes(host)))
  if (taken) return refused('host-taken', `域名已经属于站点“${taken.id}”。请检查 domain 和 hosts。`)
  if (sites.some(({ id }) => id === siteId)) return done(null)
  const nameless = sites.find(({ id, code }) => id === 'default' && code === NAMELESS)
  if (nameless) {
    const { rows } = await tx.execute<{ is_used: boolean }>(
      sql`SELECT EXISTS (SELECT 1 FROM audit WHERE site_id = ${nameless.id}) AS is_used`,
    )
    if (rows[0]?.is_used)
      return refused(
        'site-in-use',
        `已经有内容装在还没有命名的站点“${nameless.id}”里。请去掉设置文件里的 site，先为它导入设置。`,
        siteId,
      )
    await tx.execute(sql`DELETE FROM sites WHERE id = ${nameless.id}`)
  }
  await tx.execute(
    sql`INSERT INTO sites (id, code, name, hosts) VALUES (${siteId}, ${file.code}, ${file.name}, ${textArray(hostsOf(file))})`,
  )
  return done(null)
}

const hostsOf = ({ hosts, domain }: SettingsFile): readonly string[] => [
  ...new Set(domain === null ? hosts : [...hosts, domain]),
]

const NOTHING = bareSettings(NAMELESS, NAMELESS_NAME)

/** The settings of a site that hold on a day; the newest of those whose day has come. */
export async function loadSettings(tx: Tx, siteId: string, today: Day): Promise<SiteSettings> {
  const { rows } = await tx.execute<{ body: SettingsFile }>(
    sql`SELECT body FROM settings WHERE site_id = ${siteId} AND valid_from <= ${today}::date ORDER BY valid_from DESC, saved_at DESC LIMIT 1`,
  )
  return rows[0]?.body ?? NOTHING
}

/** Settings that were imported once, with the day from which they hold and the fields in which they differ from those before. */
export interface SettingsStep {
  readonly validFrom: Day
  readonly savedAt: Date
  readonly by: string
  readonly name: string
  /** Paths of fields: `icp`, `contact.phone`; empty for the first ones. */
  readonly changed: readonly string[]
  /** Imported again for the same day: what it said is kept, and holds no more. */
  readonly isReplaced: boolean
}

/** Every import of settings, by the day from which it holds, the newest first (decision 14: a dated history). */
export async function settingsHistory(tx: Tx, siteId: string): Promise<readonly SettingsStep[]> {
  const { rows } = await tx.execute<{ valid_from: string; saved_at: string; body: SettingsFile; by: string | null }>(
    sql`SELECT s.valid_from::text AS valid_from, s.saved_at::text AS saved_at, s.body,
        (SELECT a.actor_name FROM audit a WHERE a.site_id = s.site_id AND a.verb = 'import-settings' AND a.at = s.saved_at LIMIT 1) AS by
      FROM settings s WHERE s.site_id = ${siteId} ORDER BY s.valid_from, s.saved_at`,
  )
  return rows
    .map(({ valid_from, saved_at, body, by }, index) => ({
      validFrom: valid_from,
      savedAt: new Date(saved_at),
      by: by ?? '',
      name: body.name,
      changed: index === 0 ? [] : differingFields(rows[index - 1]?.body, body),
      isReplaced: rows[index + 1]?.valid_from === valid_from,
    }))
    .toReversed()
}

/** Paths of the fields in which two settings differ. */
function differingFields(before: unknown, after: unknown, path = ''): readonly string[] {
  if (!isGroup(before) || !isGroup(after)) return JSON.stringify(before) === JSON.stringify(after) ? [] : [path]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => path !== '' || key !== 'validFrom')
    .flatMap((key) => differingFields(before[key], after[key], path === '' ? key : `${path}.${key}`))
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
