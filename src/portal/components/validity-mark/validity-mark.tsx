import type { FC } from 'hono/jsx'

const STATES = {
  'in-force': '现行有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
} as const

/** Words of all states, for filters; what nobody knows has one too. */
export const VALIDITY_WORDS: Readonly<Record<string, string>> = { ...STATES, unknown: '未注明' }

/** What can be filtered by, in the order of the states: what holds first, what nobody knows last. */
export function inOrderOfStates<Counted extends { readonly value: string }>(
  counted: readonly Counted[],
): readonly Counted[] {
  const order = Object.keys(VALIDITY_WORDS)
  return counted.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

export interface ValidityMarkProps {
  /** `in-force`, `amended`, `expired`, `repealed`; of anything else nothing is said. */
  readonly state: string
  /** In lists: what is ordinary stays silent. */
  readonly isOnlyException?: boolean
}

/** A state of validity as word, shape and colour. */
export const ValidityMark: FC<ValidityMarkProps> = ({ state, isOnlyException }) =>
  Object.hasOwn(STATES, state) && !(isOnlyException && state === 'in-force') ? (
    <span class={`state ${state}`}>{VALIDITY_WORDS[state]}</span>
  ) : null
