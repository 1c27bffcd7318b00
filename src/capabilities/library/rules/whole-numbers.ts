import type { TextRun } from './text-changes.ts'

/** What both texts have (`same`), and then what one has for what the other has. */
interface Stretch {
  same: string
  from: string
  to: string
}

const BEGINS = /^\d+/u
const ENDS = /\d+$/u

function stretchesOf(runs: readonly TextRun[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { kind, text } of runs) {
    if (kind === 'same' || stretches.length === 0) stretches.push({ same: '', from: '', to: '' })
    const last = stretches.at(-1)
    if (last) last[kind] += text
  }
  return stretches
}

/** A number that differs differs as a whole: 11日 and 16日, not a 6 for a 1. */
export function wholeNumbers(runs: readonly TextRun[]): readonly TextRun[] {
  const whole: Stretch[] = []
  for (const stretch of stretchesOf(runs)) {
    const last = whole.at(-1)
    const head = last && (ENDS.test(last.from) || ENDS.test(last.to)) ? (BEGINS.exec(stretch.same)?.[0] ?? '') : ''
    if (last && head !== '') {
      last.from += head
      last.to += head
      stretch.same = stretch.same.slice(head.length)
    }
    if (last && head !== '' && stretch.same === '') {
      last.from += stretch.from
      last.to += stretch.to
      continue
    }
    const differs = BEGINS.test(stretch.from) || BEGINS.test(stretch.to)
    const tail = differs ? (ENDS.exec(stretch.same)?.[0] ?? '') : ''
    whole.push({
      same: stretch.same.slice(0, stretch.same.length - tail.length),
      from: tail + stretch.from,
      to: tail + stretch.to,
    })
  }
  return whole.flatMap((stretch) =>
    (['same', 'from', 'to'] as const).flatMap((kind) => (stretch[kind] ? [{ kind, text: stretch[kind] }] : [])),
  )
}
