import type { FC } from 'hono/jsx'

const STATES = {
  'in-force': '现行有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
} as const

/** Words of all states, for filters; what nobody knows has one too. */
export const VALIDITY_WORDS: Readonly<Record<string, string>> = { ...STATES, unknown: '未注明' }

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
