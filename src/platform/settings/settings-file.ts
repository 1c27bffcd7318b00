import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { otherKind } from '../../kernel/other-kind.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { readJson } from '../../kernel/read-json.ts'
import { LEGAL_LAYERS } from '../../law/types.ts'

const text = (what: string, most = 200) =>
  z.string(`${what} 应当是文字`).trim().max(most, `${what} 太长`).nullable().default(null)

/** A host name without port or path; Chinese ones (.政务) as they are written or as punycode. */
const HOST = /^[\p{L}\d](?:[\p{L}\d.-]{0,251}[\p{L}\d])?$/u

/** A colour as the portal's tokens are written. */
const colour = (what: string) => z.string().regex(/^#[0-9a-f]{6}$/i, `${what} 写成 #1f4e79 的样子`)

/** An address that a page may lead to: on this portal, or elsewhere by HTTPS. */
const address = (what: string) =>
  z
    .string(`${what} 应当是文字`)
    .trim()
    .max(500, `${what} 太长`)
    .regex(/^(?:https:\/\/[^\s/]|\/(?!\/))[^\s]*$/, `${what}写成 https:// 开头的网址，或者本站以 / 开头的路径`)
    .nullable()
    .default(null)

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
    /** 党政机关网站标识: address of the mark's certificate. */
    governmentMark: address('governmentMark（党政机关网站标识的网址）'),
    /** 政府网站工作年度报表: address of the newest one. */
    annualSheet: address('annualSheet（网站工作年度报表的网址）'),
    /** The main colour by day, and by night when it is not to be made from it. */
    colours: z
      .strictObject(
        { main: colour('colours.main'), mainDark: colour('colours.mainDark').optional() },
        { error: unknownKeys },
      )
      .nullable()
      .default(null),
    /** Whose rules bind the district beside its own: folders of legal data, the widest first. */
    legalLayers: z
      .array(z.enum(LEGAL_LAYERS, `legalLayers 只能从这些里选：${LEGAL_LAYERS.join('、')}`))
      .refine((layers) => layers.includes('national'), 'legalLayers 里不能没有 national：国家的规定适用于每个区县')
      .default(['national']),
    examples: z.array(z.string().max(30, 'examples 每条最多30字')).max(5, 'examples 最多5条').default([]),
  },
  { error: unknownKeys },
)

/** Settings of which nothing was said but code and name. */
export const bareSettings = (code: string, name: string): SettingsFile => settingsFile.parse({ code, name })

export type SettingsFile = z.infer<typeof settingsFile>

/** Reads and checks a file of settings; every fault with the field in which it stands. */
export function readSettingsFile(json: string): Outcome<SettingsFile> {
  const parsed = readJson(json)
  if ('fault' in parsed) return refused('not-json', `设置文件不是有效的 JSON：${parsed.fault}`)
  const read = settingsFile.safeParse(parsed.value, { error: otherKind })
  return read.success
    ? done(read.data)
    : refused(
        'settings-file',
        read.error.issues.map(({ path, message }) => `${path.join('.') || '文件'}：${message}`).join('\n'),
      )
}
