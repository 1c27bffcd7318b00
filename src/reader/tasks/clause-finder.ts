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
/** What is indexed at most: a clause, all clauses, a sentence looked for. Real documents stay far below. */
const LONGEST_CLAUSE = 30_000
const MOST_INDEXED = 600_000
const LONGEST_SENTENCE = 2_000
/** A stretch that many clauses share tells nothing. */
const MOST_SHARED = 8

const finders = new WeakMap<readonly ClauseText[], ClauseFinder>()

/** Finds the clause that holds a sentence, by stretches of its text. Linear in the text. */
export class ClauseFinder {
  readonly #clauses: readonly ClauseText[]
  readonly #where = new Map<string, number[]>()
  /** The clause above each clause, by index: notice and enclosure may use the same path. */
  readonly #above: (number | null)[] = []

  private constructor(clauses: readonly ClauseText[]) {
    this.#clauses = clauses
    const latest = new Map<string, number>()
    let room = MOST_INDEXED
    for (const [index, { text, path }] of clauses.entries()) {
      const outer = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      this.#above.push(outer === '' ? null : (latest.get(outer) ?? null))
      latest.set(path, index)
      const key = foldForComparing(text.slice(0, Math.min(LONGEST_CLAUSE, room)))
      room -= key.length
      for (let at = 0; at + SHINGLE <= key.length; at++) this.#learn(key.slice(at, at + SHINGLE), index)
    }
  }

  /** The finder of a document's clauses, built once for all its tables. */
  static of(clauses: readonly ClauseText[]): ClauseFinder {
    const known = finders.get(clauses)
    if (known) return known
    const made = new ClauseFinder(clauses)
    finders.set(clauses, made)
    return made
  }

  #learn(stretch: string, index: number): void {
    const known = this.#where.get(stretch)
    if (!known) this.#where.set(stretch, [index])
    else if (known.length < MOST_SHARED && known.at(-1) !== index) known.push(index)
  }

  /** The clause that holds most of the sentence; null when none holds enough of it. */
  find(sentence: string): ClauseText | null {
    const key = foldForComparing(sentence.slice(0, LONGEST_SENTENCE))
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

  /** The clauses from the outermost down to this one. */
  lineage(clause: ClauseText): ClauseText[] {
    const found: ClauseText[] = []
    for (let at: number | null = this.#clauses.indexOf(clause); at !== null && at >= 0; at = this.#above[at] ?? null)
      found.unshift(this.#clauses[at] as ClauseText)
    return found
  }
}
