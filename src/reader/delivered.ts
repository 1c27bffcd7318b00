import { dateIn } from '../kernel/chinese-date.ts'
import type { Day } from '../kernel/day.ts'
import type { Line } from './lines.ts'
import type { Signature } from './signature.ts'

/** ——2024年1月12日在云岭市第十届人民代表大会第三次会议上 */
const DELIVERED = /^[-—―─]{1,3}((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)在.{4,60}会(?:议)?上(?:的报告)?$/
/** 云岭市人民政府市长　周望舒 */
const REPORTER =
  /^(\p{Script=Han}{2,24}(?:人民政府|常务委员会|人民法院|人民检察院))(?:代理?)?(?:省长|市长|区长|县长|州长|旗长|盟长|主席|主任|院长|检察长)\p{Script=Han}{2,6}$/u

/** When a report was given, and by whom, as lines under its title say. */
export interface Delivery {
  readonly lines: readonly Line[]
  readonly day: Day
  /** The organ that reports, null where nobody is named. */
  readonly organ: string | null
}

/** Reads the lines under the title of a report that was given at a meeting; null under any other title. */
export function deliveryUnder([first, second]: readonly Line[]): Delivery | null {
  if (!first || first.bare.length > 90 || !/^[-—―─]/.test(first.bare)) return null
  const printed = DELIVERED.exec(first.bare)?.[1]
  const day = printed ? dateIn(printed) : null
  if (day === null) return null
  const organ = second && second.bare.length <= 40 ? (REPORTER.exec(second.bare)?.[1] ?? null) : null
  return { lines: organ && second ? [first, second] : [first], day, organ }
}

/** Who gave a report stands for who signed it, unless somebody signed. */
export const signedOrDelivered = (signed: Signature, delivery: Delivery | null): Signature =>
  delivery === null || signed.day !== null
    ? signed
    : { ...signed, day: delivery.day, organs: delivery.organ ? [delivery.organ] : [], lines: delivery.lines }
