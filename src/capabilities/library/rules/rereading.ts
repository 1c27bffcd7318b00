import { foldForComparing } from '../../../kernel/han.ts'
import type { LineSpan } from '../../../reader/types.ts'
import { likeness } from './differences.ts'

/** A document as one reading of a file had it. */
export interface ReadPlace {
  readonly identity: string
  readonly title: string
  readonly docNumber: string | null
  readonly lines: LineSpan
}

/** How much of the shorter must be shared, of lines or of words of the title. */
const ENOUGH = 0.6

function overlap(one: LineSpan, other: LineSpan): number {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from) + 1
  const shorter = Math.min(one.to - one.from, other.to - other.from) + 1
  return Math.max(0, shared) / shorter
}

function nearness(before: ReadPlace, after: ReadPlace): number {
  const lines = overlap(before.lines, after.lines)
  const words = likeness(foldForComparing(before.title), foldForComparing(after.title))
  const isSameNumber = before.docNumber !== null && before.docNumber === after.docNumber
  return lines >= ENOUGH || words >= ENOUGH || isSameNumber ? lines + words + (isSameNumber ? 1 : 0) : 0
}

/**
 * What documents of a file are called when it is read anew by a better reader: pairs of old and new identity. An address
 * once given follows its document, though its title or number is read otherwise now. An identity that is still there is
 * never renamed.
 */
export function renamedIdentities(
  before: readonly ReadPlace[],
  after: readonly ReadPlace[],
): (readonly [from: string, to: string])[] {
  const stays = new Set(after.map(({ identity }) => identity))
  const was = new Set(before.map(({ identity }) => identity))
  const lost = before.filter(({ identity }) => !stays.has(identity))
  const found = after.filter(({ identity }) => !was.has(identity))
  const pairs = lost
    .flatMap((one) => found.map((other) => ({ one, other, near: nearness(one, other) })))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near || a.one.lines.from - b.one.lines.from || a.other.lines.from - b.other.lines.from)
  const renamed = new Map<string, string>()
  const taken = new Set<string>()
  for (const { one, other } of pairs) {
    if (renamed.has(one.identity) || taken.has(other.identity)) continue
    renamed.set(one.identity, other.identity)
    taken.add(other.identity)
  }
  return [...renamed]
}
