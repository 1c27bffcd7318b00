import { z } from '@hono/zod-openapi'
import { type Day, isDay } from '../../kernel/day.ts'

/** Kinds of units, in the order in which lists show them. */
export const UNIT_KINDS = [
  'government',
  'department',
  'subdistrict',
  'town',
  'institution',
  'community',
  'other',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** A unit as pages show it. */
export interface UnitView {
  readonly id: string
  readonly kind: UnitKind
  /** Its present name, or the last it had. */
  readonly name: string
  readonly names: readonly {
    readonly name: string
    readonly isAlias: boolean
    readonly validFrom: Day | null
    readonly validTo: Day | null
  }[]
  readonly parentId: string | null
  readonly validFrom: Day | null
  /** Null while it exists. */
  readonly validTo: Day | null
  readonly phone: string | null
  readonly hours: string | null
  readonly address: string | null
  readonly duties: readonly string[]
  /** Unified social credit code (统一社会信用代码), when the file gives it. */
  readonly code: string | null
  readonly url: string
}

const unknownKeys = (issue: { readonly code: string; readonly keys?: unknown }) =>
  issue.code === 'unrecognized_keys' ? `没有这样的栏目：${String(issue.keys)}` : undefined
const inOrder = ({ validFrom, validTo }: { readonly validFrom: Day | null; readonly validTo: Day | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo
const ORDER = 'validFrom 晚于 validTo'

const day = z
  .string('日期应当是文字')
  .refine(isDay, '日期应当写成 2024-05-01 的样子，并且确有这一天')
  .nullable()
  .default(null)
const text = (most: number) => z.string('应当是文字').trim().max(most, `最多${most}字`).nullable().default(null)
const name = z
  .strictObject(
    {
      name: z.string('缺少 name').trim().min(2, '名称至少两个字').max(100, '名称最多100字'),
      validFrom: day,
      validTo: day,
    },
    { error: unknownKeys },
  )
  .refine(inOrder, ORDER)

/** One unit in the file of units. */
const unit = z
  .strictObject(
    {
      id: z.string('缺少 id').regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'id 只能用小写字母、数字和连字符'),
      kind: z.enum(UNIT_KINDS, `kind 只能是 ${UNIT_KINDS.join('、')}`),
      parent: z.string().nullable().default(null),
      names: z.array(name, '至少要有一个名称').min(1, '至少要有一个名称'),
      aliases: z.array(name).default([]),
      validFrom: day,
      validTo: day,
      phone: text(60),
      hours: text(200),
      address: text(200),
      duties: z.array(z.string().trim().min(1, '职责不能为空')).default([]),
      code: text(40),
    },
    { error: unknownKeys },
  )
  .refine(inOrder, ORDER)

/** `units.json`: the district's units, in the order in which they are listed. */
export const unitsFile = z.strictObject({ units: z.array(unit, '缺少 units') }, { error: unknownKeys })
export type UnitsFile = z.infer<typeof unitsFile>
