import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'

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
  /** Null while it exists. */
  readonly validTo: Day | null
  readonly phone: string | null
  readonly hours: string | null
  readonly address: string | null
  readonly duties: readonly string[]
  readonly url: string
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应当写成 2024-05-01 的样子')
  .nullable()
  .default(null)
const name = z.object({ name: z.string().min(2, '名称至少两个字'), validFrom: day, validTo: day })

/** One unit in the file of units. */
const unit = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'id 只能用小写字母、数字和连字符'),
  kind: z.enum(UNIT_KINDS, `kind 只能是 ${UNIT_KINDS.join('、')}`),
  parent: z.string().nullable().default(null),
  names: z.array(name).min(1, '至少要有一个名称'),
  aliases: z.array(name).default([]),
  validFrom: day,
  validTo: day,
  phone: z.string().nullable().default(null),
  hours: z.string().nullable().default(null),
  address: z.string().nullable().default(null),
  duties: z.array(z.string()).default([]),
  code: z.string().nullable().default(null),
})

/** `units.json`: the district's units, in the order in which they are listed. */
export const unitsFile = z.object({ units: z.array(unit) })
export type UnitsFile = z.infer<typeof unitsFile>
