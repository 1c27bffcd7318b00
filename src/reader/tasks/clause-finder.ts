import { foldForComparing } from '../../kernel/han.ts'

/** A clause of the document that holds a task table, with all its text. */
export interface ClauseText {
  readonly label: string
  readonly heading: string | null
  readonly text: string
  readonly path: string
}

/** Length of the stretches of text that are compared, and how many must agree. */
const SHINGLE = 8
const ENOUGH = 0.35

/** Finds the clause that holds a sentence, by stretches of its text. Built once a table, linear in the text. */
export class ClauseFinder {
  readonly #clauses: readonly ClauseText[]
  readonly #where = new Map<string, number[]>()

  constructor(clauses: readonly ClauseText[]) {
    this.#clauses = clauses
    for (const [index, { text }] of clauses.entries()) {
      const key = foldForComparing(text)
      for (let at = 0; at + SHINGLE <= key.length; at++) {
        const stretch = key.slice(at, at + SHINGLE)
        const known = this.#where.get(stretch)
        if (!known) this.#where.set(stretch, [index])
        else if (known.at(-1) !== index && known.length < 8) known.push(index)
      }
    }
  }

  /** The clause that holds most of the sentence; null when none holds enough of it. */
  find(sentence: string): ClauseText | null {
    const key = foldForComparing(sentence)
    const held = new Map<number, number>()
    const stretches = Math.max(0, key.length - SHINGLE + 1)
    for (let at = 0; at < stretches; at++) {
      for (const index of this.#where.get(key.slice(at, at + SHINGLE)) ?? [])
        held.set(index, (held.get(index) ?? 0) + 1)
    }
    let best: number | null = null
    let most = 0
    for (const [index, count] of held) {
      if (count > most) {
        best = index
        most = count
      }
    }
    return best !== null && most >= Math.max(2, stretches * ENOUGH) ? (this.#clauses[best] ?? null) : null
  }

  /** The headings from the outermost clause down to this one, with their labels. */
  headings(clause: ClauseText): string[] {
    const steps = clause.path.split('/')
    return steps.flatMap((_, depth) => {
      const path = steps.slice(0, depth + 1).join('/')
      const found = this.#clauses.find((candidate) => candidate.path === path)
      return found ? [`${found.label}${found.heading ?? ''}`] : []
    })
  }
}
