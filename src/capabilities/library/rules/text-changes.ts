import { foldForComparing } from '../../../kernel/han.ts'
import { isNumeral, looksLike } from './similar-shapes.ts'

/** The classes of decision 16, the lightest first. */
export const DIFFERENCE_CLASSES = ['layout', 'misreading', 'substance'] as const
export type DifferenceClass = (typeof DIFFERENCE_CLASSES)[number]

/** A stretch of two texts: in both (as the second prints it), only in the first (`from`), or only in the second (`to`). */
export interface TextRun {
  readonly kind: 'same' | 'from' | 'to'
  readonly text: string
}

/** Whether a figure for a figure is an amendment (between editions) or likely misread (between prints of one text). */
export interface Strictness {
  readonly numeralsAreSubstance: boolean
}

const MARK = /^[\p{P}\p{S}]+$/u
const DASHES = /[—–－―‐-]+/g
const DOTS = /[·•・．.]+|…+/g

/** Text without what layout changes: width, spaces, brackets, quotation marks, lengths of dashes and dots. */
export const layoutKey = (text: string): string => foldForComparing(text).replace(DASHES, '-').replace(DOTS, '.')

/** Most replaced signs that are looked for one by one; beyond, the texts differ anyway. */
const MOST_EDITS = 240

interface Sign {
  /** As compared; see `layoutKey`. */
  readonly key: string
  /** As printed, with the signs after it that layout alone decides. */
  readonly raw: string
}

function signsOf(text: string): Sign[] {
  const signs: { key: string; raw: string }[] = []
  for (const raw of text) {
    const key = layoutKey(raw)
    const last = signs.at(-1)
    if (last && (key === '' || (key === last.key && (key === '-' || key === '.')))) last.raw += raw
    else signs.push({ key, raw })
  }
  return signs
}

/**
 * The hunks and common stretches of two texts by Myers' algorithm (1986), cut off after `MOST_EDITS` edits. `reach` holds
 * how far along the first text each diagonal has come; what it was before each edit is kept for the way back.
 */
function editScript(a: readonly Sign[], b: readonly Sign[]): (readonly [TextRun['kind'], number])[] | null {
  const most = Math.min(MOST_EDITS, a.length + b.length)
  const zero = most + 1
  const reach = new Int32Array(2 * most + 3).fill(-1)
  reach[zero + 1] = 0
  const trail: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trail.push(reach.slice(zero - edits - 1, zero + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const [left, right] = [reach[zero + k - 1] ?? -1, reach[zero + k + 1] ?? -1]
      const isDown = k === -edits || (k !== edits && left < right)
      let x = isDown ? right : left + 1
      while (x < a.length && x - k < b.length && a[x]?.key === b[x - k]?.key) x++
      reach[zero + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(trail, a.length, b.length)
    }
  }
  return null
}

function walkBack(trail: readonly Int32Array[], fromX: number, fromY: number): [TextRun['kind'], number][] {
  const steps: [TextRun['kind'], number][] = []
  let x = fromX
  let y = fromY
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const at = (k: number) => trail[edits]?.[k + edits + 1] ?? -1
    const k = x - y
    const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const previous = isDown ? k + 1 : k - 1
    const previousX = at(previous)
    for (; x > previousX && y > previousX - previous && x > 0 && y > 0; x--, y--) steps.push(['same', y - 1])
    if (edits === 0) break
    if (isDown) steps.push(['to', --y])
    else steps.push(['from', --x])
  }
  return steps.reverse()
}

/** How two texts differ, sign by sign, with the class of the whole: the heaviest of its changes. */
export function compareTexts(
  from: string,
  to: string,
  strictness: Strictness,
): { readonly class: DifferenceClass | null; readonly runs: readonly TextRun[] } {
  if (from === to) return { class: null, runs: [{ kind: 'same', text: to }] }
  const a = signsOf(from)
  const b = signsOf(to)
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end]?.key === b[b.length - 1 - end]?.key) end++
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  const script = editScript(middleA, middleB)
  const hunks = script
    ? script.map(([kind, at]) => ({ kind, sign: (kind === 'from' ? middleA : middleB)[at] as Sign }))
    : [
        ...middleA.map((sign) => ({ kind: 'from' as const, sign })),
        ...middleB.map((sign) => ({ kind: 'to' as const, sign })),
      ]
  const all = [
    ...b.slice(0, start).map((sign) => ({ kind: 'same' as const, sign })),
    ...hunks,
    ...b.slice(b.length - end).map((sign) => ({ kind: 'same' as const, sign })),
  ]
  return { class: classOf(all, strictness), runs: runsOf(all) }
}

type Step = { readonly kind: TextRun['kind']; readonly sign: Sign }

function runsOf(steps: readonly Step[]): TextRun[] {
  const runs: { kind: TextRun['kind']; text: string }[] = []
  for (const { kind, sign } of steps) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += sign.raw
    else runs.push({ kind, text: sign.raw })
  }
  return runs
}

/** Of so many signs one may be misread before the difference is more than that. */
const SIGNS_PER_MISREADING = 12

function classOf(steps: readonly Step[], strictness: Strictness): DifferenceClass {
  let misread = 0
  let from = ''
  let to = ''
  for (const step of [...steps, { kind: 'same', sign: { key: '', raw: '' } } as const]) {
    if (step.kind === 'from') from += step.sign.key
    else if (step.kind === 'to') to += step.sign.key
    else if (from !== '' || to !== '') {
      if (!isMisread(from, to, strictness)) return 'substance'
      misread++
      from = ''
      to = ''
    }
  }
  if (misread === 0) return 'layout'
  return misread <= 1 + Math.floor(steps.length / SIGNS_PER_MISREADING) ? 'misreading' : 'substance'
}

/** One sign for one that looks like it, also several times in a row, or a mark of punctuation lost, found or exchanged. */
function isMisread(from: string, to: string, { numeralsAreSubstance }: Strictness): boolean {
  const isMark = (text: string) => text === '' || (MARK.test(text) && [...text].length === 1)
  if (isMark(from) && isMark(to)) return true
  const [[one = '', ...more], [other = '', ...others]] = [[...from], [...to]]
  // 6000 read as 6OOO: one sign, taken for the same other each time.
  const isRun =
    more.length === others.length && more.every((sign) => sign === one) && others.every((sign) => sign === other)
  if (!isRun || !looksLike(one, other)) return false
  return !(numeralsAreSubstance && isNumeral(one) && isNumeral(other))
}
