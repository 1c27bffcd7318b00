import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, isDay } from '../../kernel/day.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { appendAudit } from '../audit/audit.ts'
import { appendChanges } from '../changes/changes.ts'
import type { Actor, Database, SiteSettings, Tx } from '../ports.ts'

const text = (what: string, most = 200) =>
  z.string(`${what} 应当是文字`).trim().max(most, `${what} 太长`).nullable().default(null)

/** `settings.json`: what a district says of itself. What is not given is left out of pages, never made up. */
const settingsFile = z.object({
  /** Short name of the site, for `--site`. */
  site: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'site 只能用小写字母、数字和连字符')
    .default('default'),
  validFrom: z.string().refine(isDay, 'validFrom 应当写成 2024-05-01 的样子').default('2000-01-01'),
  code: z.string().regex(/^\d{6}$/, 'code 是六位行政区划代码'),
  name: z.string('缺少 name（网站名称）').min(2, 'name 至少两个字'),
  shortName: text('shortName', 20),
  domain: text('domain'),
  hosts: z.array(z.string()).default([]),
  idCode: text('idCode（网站标识码）', 20),
  icp: text('icp（ICP备案号）', 60),
  policeFiling: text('policeFiling（公安备案号）', 60),
  organiser: text('organiser（主办单位）'),
  maintainer: text('maintainer（承办单位）'),
  contact: z
    .object({
      address: text('address'),
      phone: text('phone', 40),
      hours: text('hours'),
      postcode: text('postcode', 10),
      email: text('email'),
    })
    .prefault({}),
  /** Where to turn for disclosure on application, until that capability is there. */
  guide: z
    .object({
      unit: text('guide.unit'),
      address: text('guide.address'),
      phone: text('guide.phone', 40),
      hours: text('guide.hours'),
    })
    .prefault({}),
  examples: z.array(z.string().max(30, 'examples 每条最多30字')).max(5, 'examples 最多5条').default([]),
})

export type SettingsFile = z.infer<typeof settingsFile>

/** Reads and checks a file of settings; every fault with the field in which it stands. */
export function readSettingsFile(json: string): Outcome<SettingsFile> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (fault) {
    return refused('not-json', `设置文件不是有效的 JSON：${(fault as Error).message}`)
  }
  const read = settingsFile.safeParse(value)
  return read.success
    ? done(read.data)
    : refused(
        'settings-file',
        read.error.issues.map(({ path, message }) => `${path.join('.') || '文件'}：${message}`).join('\n'),
      )
}

/**
 * Imports settings as of their day, with the audit row. They name the site: an empty record gets it, the default site
 * without documents takes the code and name given.
 */
export function importSettings(database: Database, file: SettingsFile, actor: Actor, at: Date): Promise<void> {
  return database.asOwner(async (tx) => {
    await tx.execute(sql`INSERT INTO sites (id, code, name, hosts) VALUES (${file.site}, ${file.code}, ${file.name}, ${hostArray(file.hosts)})
      ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, hosts = excluded.hosts`)
    await tx.execute(
      sql`INSERT INTO settings (site_id, valid_from, saved_at, body) VALUES (${file.site}, ${file.validFrom}, ${at.toISOString()}, ${JSON.stringify(file)}::jsonb)`,
    )
    await appendAudit(tx, file.site, {
      at,
      actor,
      verb: 'import-settings',
      subject: 'settings',
      after: file,
      detail: { validFrom: file.validFrom },
    })
    await appendChanges(tx, file.site, [{ entity: 'settings', id: file.site }])
  })
}

const hostArray = (hosts: readonly string[]) =>
  hosts.length > 0
    ? sql`ARRAY[${sql.join(
        hosts.map((host) => sql`${host}`),
        sql`, `,
      )}]::text[]`
    : sql`'{}'::text[]`

const NOTHING = settingsFile.parse({ code: '000000', name: '未命名的区' })

/** The settings of a site that hold on a day; the newest of those whose day has come. */
export async function loadSettings(tx: Tx, siteId: string, today: Day): Promise<SiteSettings> {
  const { rows } = await tx.execute<{ body: SettingsFile }>(
    sql`SELECT body FROM settings WHERE site_id = ${siteId} AND valid_from <= ${today}::date ORDER BY valid_from DESC, saved_at DESC LIMIT 1`,
  )
  return rows[0]?.body ?? NOTHING
}

/** What the law asks for on every page (政府网站发展指引) and the settings do not say: one sentence each. */
export function missingBeforePublic(settings: SiteSettings): string[] {
  const wanted: readonly (readonly [unknown, string])[] = [
    [settings.domain, '域名（domain）：每页的 SiteDomain 标签要用'],
    [settings.idCode, '网站标识码（idCode）：页脚和 SiteIDCode 标签要用'],
    [settings.icp, 'ICP 备案号（icp）：页脚要用'],
    [settings.policeFiling, '公安备案号（policeFiling）：页脚要用'],
    [settings.organiser, '主办单位（organiser）：页脚要用'],
    [settings.contact.phone, '联系电话（contact.phone）：页脚要用'],
    [settings.guide.phone, '依申请公开受理机构的电话（guide.phone）'],
  ]
  return wanted.filter(([value]) => !value).map(([, sentence]) => `缺少${sentence}。`)
}
