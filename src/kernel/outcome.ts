/** An expected failure: a stable code for programs and a sentence in Chinese for people (what, where, what to do). */
export interface Problem {
  readonly code: string
  readonly message: string
  /** Names the input at fault, when there is one: a file, a field, a line. */
  readonly where?: string
}

/** What a decision or action returns: expected failures are values, only surprises throw. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (code: string, message: string, where?: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: where === undefined ? { code, message } : { code, message, where },
})
