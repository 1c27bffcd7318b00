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

/** Which clauses hold a stretch of text: open addressing on hashes of stretches, so that indexing makes no strings. */
class StretchIndex {
  readonly #hashes: Int32Array
  readonly #owners: Int32Array
  readonly #mask: number

  constructor(stretches: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(64, stretches * 2)))
    this.#hashes = new Int32Array(size)
    this.#owners = new Int32Array(size).fill(-1)
    this.#mask = size - 1
  }

  add(hash: number, owner: number): void {
    let shared = 0
    let at = hash & this.#mask
    for (; this.#owners[at] !== -1; at = (at + 1) & this.#mask) {
      if (this.#hashes[at] !== hash) continue
      if (this.#owners[at] === owner || ++shared >= MOST_SHARED) return
    }
    this.#hashes[at] = hash
    this.#owners[at] = owner
  }

  /** Counts a stretch for each clause that holds it; `touched` takes those that had no count. */
  count(hash: number, counts: Int32Array, touched: number[]): void {
    for (let at = hash & this.#mask; this.#owners[at] !== -1; at = (at + 1) & this.#mask) {
      if (this.#hashes[at] !== hash) continue
      const owner = this.#owners[at] as number
      const count = counts[owner] as number
      if (count === 0) touched.push(owner)
      counts[owner] = count + 1
    }
  }
}

/** The base to the power of a stretch's length, for taking the first sign out of a rolling hash. */
const BASE = 0x01000193
const OUTGOING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** Hashes of all stretches of a text, in order. */
function eachStretch(key: string, use: (hash: number) => void): void {
  let hash = 0
  for (let at = 0; at < key.length; at++) {
    hash = (Math.imul(hash, BASE) + key.charCodeAt(at)) | 0
    if (at >= SHINGLE) hash = (hash - Math.imul(OUTGOING, key.charCodeAt(at - SHINGLE))) | 0
    // The low bits choose the place: they are mixed with the high ones.
    if (at >= SHINGLE - 1) use(hash ^ (hash >>> 15))
  }
}

const finders = new WeakMap<readonly ClauseText[], ClauseFinder>()

/** Finds the clause that holds a sentence, by stretches of its text. Linear in the text. */
export class ClauseFinder {
  readonly clauses: readonly ClauseText[]
  readonly #stretches: StretchIndex
  /** The clause above each clause, by index: notice and enclosure may use the same path. */
  readonly #above: (number | null)[] = []
  readonly #indexes: ReadonlyMap<ClauseText, number>
  /** Stretches of the sentence looked for that each clause holds; all zero between two searches. */
  readonly #counts: Int32Array

  private constructor(clauses: readonly ClauseText[]) {
    this.clauses = clauses
    this.#counts = new Int32Array(clauses.length)
    this.#indexes = new Map(clauses.map((clause, index) => [clause, index]))
    const latest = new Map<string, number>()
    let room = MOST_INDEXED
    const keys = clauses.map(({ text }) => {
      const key = foldForComparing(text.slice(0, Math.min(LONGEST_CLAUSE, room)))
      room -= key.length
      return key
    })
    this.#stretches = new StretchIndex(MOST_INDEXED - room)
    for (const [index, { path }] of clauses.entries()) {
      const outer = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      this.#above.push(outer === '' ? null : (latest.get(outer) ?? null))
      latest.set(path, index)
      eachStretch(keys[index] ?? '', (hash) => this.#stretches.add(hash, index))
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

  /** The clause that holds most of the sentence; null when none holds enough of it. */
  find(sentence: string): ClauseText | null {
    if (this.clauses.length === 0) return null
    const key = foldForComparing(sentence.slice(0, LONGEST_SENTENCE))
    const touched: number[] = []
    eachStretch(key, (hash) => this.#stretches.count(hash, this.#counts, touched))
    let best: number | null = null
    let most = 0
    for (const index of touched) {
      const count = this.#counts[index] as number
      this.#counts[index] = 0
      if (count > most || (count === most && best !== null && index < best)) {
        best = index
        most = count
      }
    }
    const stretches = Math.max(0, key.length - SHINGLE + 1)
    return best !== null && most >= Math.max(2, stretches * ENOUGH) ? (this.clauses[best] ?? null) : null
  }

  /** The clauses from the outermost down to this one. */
  lineage(clause: ClauseText): ClauseText[] {
    const found: ClauseText[] = []
    for (let at = this.#indexes.get(clause) ?? null; at !== null; at = this.#above[at] ?? null)
      found.push(this.clauses[at] as ClauseText)
    return found.reverse()
  }
}
