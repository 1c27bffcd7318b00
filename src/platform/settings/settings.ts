import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, isDay, shanghaiDay } from '../../kernel/day.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { appendAudit } from '../audit/audit.ts'
import { appendChanges } from '../changes/changes.ts'
import type { Actor, Database, SiteSettings, Tx } from '../ports.ts'
import { listSites, NAMELESS, NAMELESS_NAME } from '../sites.ts'

const text = (what: string, most = 200) =>
  z.string(`${what} 应当是文字`).trim().max(most, `${what} 太长`).nullable().default(null)

/** A host name without port or path; Chinese ones (.政务) as they are written or as punycode. */
const HOST = /^[\p{L}\d](?:[\p{L}\d.-]{0,251}[\p{L}\d])?$/u

const unknownKeys = (issue: { readonly code: string; readonly keys?: unknown }) =>
  issue.code === 'unrecognized_keys' ? `没有这样的设置：${String(issue.keys)}` : undefined

/** `settings.json`: what a district says of itself. What is not given is left out of pages, never made up. */
const settingsFile = z.strictObject(
  {
    /** Short name of the site, for `--site`; null: the site of the command. */
    site: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, 'site 只能用小写字母、数字和连字符')
      .nullable()
      .default(null),
    validFrom: z.string().refine(isDay, 'validFrom 应当写成 2024-05-01 的样子').default('2000-01-01'),
    code: z.string('缺少 code（六位行政区划代码）').regex(/^\d{6}$/, 'code 是六位行政区划代码'),
    name: z.string('缺少 name（网站名称）').min(2, 'name 至少两个字'),
    shortName: text('shortName', 20),
    domain: z
      .string('domain 应当是文字')
      .trim()
      .toLowerCase()
      .regex(HOST, 'domain 只写域名，不带 http:// 和端口')
      .nullable()
      .default(null),
    hosts: z.array(z.string().regex(HOST, 'hosts 里只写主机名，不带 http:// 和端口').toLowerCase()).default([]),
    idCode: text('idCode（网站标识码）', 20),
    icp: text('icp（ICP备案号）', 60),
    policeFiling: text('policeFiling（公安备案号）', 60),
    organiser: text('organiser（主办单位）'),
    maintainer: text('maintainer（承办单位）'),
    contact: z
      .strictObject(
        {
          address: text('address'),
          phone: text('phone', 40),
          hours: text('hours'),
          postcode: text('postcode', 10),
          email: text('email'),
        },
        { error: unknownKeys },
      )
      .prefault({}),
    /** Where to turn for disclosure on application, until that capability is there. */
    guide: z
      .strictObject(
        {
          unit: text('guide.unit'),
          address: text('guide.address'),
          phone: text('guide.phone', 40),
          hours: text('guide.hours'),
        },
        { error: unknownKeys },
      )
      .prefault({}),
    examples: z.array(z.string().max(30, 'examples 每条最多30字')).max(5, 'examples 最多5条').default([]),
  },
  { error: unknownKeys },
)

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
        sql`UPDATE sites SET code = ${file.code}, name = ${file.name}, hosts = ${hostArray(hostsOf(file))} WHERE id = ${siteId}`,
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
    sql`INSERT INTO sites (id, code, name, hosts) VALUES (${siteId}, ${file.code}, ${file.name}, ${hostArray(hostsOf(file))})`,
  )
  return done(null)
}

const hostsOf = ({ hosts, domain }: SettingsFile): readonly string[] => [
  ...new Set(domain === null ? hosts : [...hosts, domain]),
]

const hostArray = (hosts: readonly string[]) =>
  hosts.length > 0
    ? sql`ARRAY[${sql.join(
        hosts.map((host) => sql`${host}`),
        sql`, `,
      )}]::text[]`
    : sql`'{}'::text[]`

const NOTHING = settingsFile.parse({ code: NAMELESS, name: NAMELESS_NAME })

/** The settings of a site that hold on a day; the newest of those whose day has come. */
export async function loadSettings(tx: Tx, siteId: string, today: Day): Promise<SiteSettings> {
  const { rows } = await tx.execute<{ body: SettingsFile }>(
    sql`SELECT body FROM settings WHERE site_id = ${siteId} AND valid_from <= ${today}::date ORDER BY valid_from DESC, saved_at DESC LIMIT 1`,
  )
  return rows[0]?.body ?? NOTHING
}

/** 10 characters: area code and serial, or `bm` and 8 digits for ministries. */
const ID_CODE = /^(?:\d{10}|bm\d{8})$/

/**
 * What the law asks for and the settings do not say, one sentence each: tags of every page and elements of the footer
 * (政府网站发展指引), the domain (国办函〔2018〕55号), where to apply for disclosure (条例第十二条).
 */
export function missingBeforePublic(settings: SiteSettings): string[] {
  const { name, domain, idCode } = settings
  const wanted: readonly (readonly [unknown, string])[] = [
    [name !== NAMELESS_NAME, '缺少网站名称（name）：每页的 SiteName 标签要用。'],
    [domain, '缺少域名（domain）：每页的 SiteDomain 标签要用。'],
    [!domain || /\.(?:gov\.cn|政务)$/.test(domain), `域名 ${domain} 不是 .gov.cn 或 .政务 域名。`],
    [idCode, '缺少网站标识码（idCode）：页脚和 SiteIDCode 标签要用。'],
    [!idCode || ID_CODE.test(idCode), `网站标识码 ${idCode} 不是10位（六位区划代码加四位序号）。`],
    [settings.icp, '缺少 ICP 备案号（icp）：页脚要用。'],
    [settings.policeFiling, '缺少公安备案号（policeFiling）：页脚要用。'],
    [settings.organiser, '缺少主办单位（organiser）：页脚要用。'],
    [settings.contact.phone, '缺少联系电话（contact.phone）：页脚要用。'],
    [settings.guide.unit, '缺少依申请公开的受理机构（guide.unit）。'],
    [settings.guide.address, '缺少依申请公开受理机构的地址（guide.address）。'],
    [settings.guide.phone, '缺少依申请公开受理机构的电话（guide.phone）。'],
    [settings.guide.hours, '缺少依申请公开受理机构的办公时间（guide.hours）。'],
  ]
  return wanted.filter(([value]) => !value).map(([, sentence]) => sentence)
}
