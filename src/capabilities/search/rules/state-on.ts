import type { Day } from '../../../kernel/day.ts'

/** The state of a day among those that a document goes through, the earliest first; the first has no day. */
export function stateOn<State extends string>(
  stages: readonly { readonly from: Day | null; readonly state: State }[],
  day: Day,
): State | 'unknown' {
  return stages.findLast(({ from }) => from === null || from <= day)?.state ?? 'unknown'
}
