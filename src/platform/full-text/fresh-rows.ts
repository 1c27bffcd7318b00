import type { FullTextRow } from '../ports.ts'

/** Where a word stands in a row: how often, and among how many words. */
export interface Occurrence {
  readonly id: string
  readonly times: number
  readonly length: number
}

interface Held {
  /** The words of each field with one space around each, so that a phrase is a part of it. */
  readonly row: FullTextRow
  readonly lengths: Readonly<Record<string, number>>
}

export const keyOf = (siteId: string, id: string): string => `${siteId}/${id}`

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/**
 * Rows that are not in the index proper yet, held in memory with the places of their words, so that what was just
 * published is found at once and nobody has to walk through it. A row without stored things is a mark: it was taken out.
 */
export class FreshRows {
  readonly #slotOf = new Map<string, number>()
  /** A row that was replaced leaves its slot empty. */
  readonly #slots: (Held | null)[] = []
  /** By field and word: slot and number of times, one after the other. */
  readonly #places = new Map<string, Map<string, number[]>>()
  #characters = 0

  /** Length of all texts, in UTF-16 units: what decides how much may be held. */
  get characters(): number {
    return this.#characters
  }

  get isEmpty(): boolean {
    return this.#slotOf.size === 0
  }

  has(siteId: string, id: string): boolean {
    return this.#slotOf.has(keyOf(siteId, id))
  }

  rows(): FullTextRow[] {
    return this.#slots.flatMap((held) => (held ? [held.row] : []))
  }

  put(row: FullTextRow): void {
    const key = keyOf(row.siteId, row.id)
    const before = this.#slotOf.get(key)
    if (before !== undefined) this.#slots[before] = null
    const slot = this.#slots.length
    const words = Object.entries(row.fields).map(([field, text]) => [field, wordsOf(text)] as const)
    for (const [field, list] of words) this.#note(field, slot, list)
    this.#slots.push({
      row: { ...row, fields: Object.fromEntries(words.map(([field, list]) => [field, ` ${list.join(' ')} `])) },
      lengths: Object.fromEntries(words.map(([field, list]) => [field, list.length])),
    })
    this.#slotOf.set(key, slot)
    this.#characters += Object.values(row.fields).reduce((sum, text) => sum + text.length, 0)
  }

  /** The rows of a site whose field holds the word. */
  withWord(siteId: string, field: string, word: string): Occurrence[] {
    const places = this.#places.get(field)?.get(word) ?? []
    const found: Occurrence[] = []
    for (let at = 0; at < places.length; at += 2) {
      const held = this.#slots[places[at] ?? -1]
      if (held?.row.siteId !== siteId) continue
      found.push({ id: held.row.id, times: places[at + 1] ?? 0, length: held.lengths[field] ?? 0 })
    }
    return found
  }

  /** Ids of the rows of a site whose field holds the words one after the other. */
  withPhrase(siteId: string, field: string, words: readonly string[]): string[] {
    const whole = ` ${words.join(' ')} `
    const places = this.#places.get(field)?.get(words[0] ?? '') ?? []
    const found: string[] = []
    for (let at = 0; at < places.length; at += 2) {
      const held = this.#slots[places[at] ?? -1]
      if (held?.row.siteId === siteId && held.row.fields[field]?.includes(whole)) found.push(held.row.id)
    }
    return found
  }

  #note(field: string, slot: number, words: readonly string[]): void {
    const byWord = this.#places.get(field) ?? new Map<string, number[]>()
    this.#places.set(field, byWord)
    for (const word of words) {
      const places = byWord.get(word)
      if (!places) byWord.set(word, [slot, 1])
      else if (places.at(-2) === slot) places[places.length - 1] = (places.at(-1) ?? 0) + 1
      else places.push(slot, 1)
    }
  }
}
