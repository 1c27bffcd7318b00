import { createHash } from 'node:crypto'
import type { Actor } from '../../../platform/ports.ts'
import type { KeptOverride } from '../rules/corrected-items.ts'
import type { ItemKind } from '../rules/item-fields.ts'
import type { FoundItem } from '../rules/item-places.ts'

export interface CorrectInput {
  readonly siteId: string
  readonly actor: Actor
  readonly documentId: string
  /** Of the document (`signedOn`), of one of its tasks or citations (`tasks/12/due`), or words of its text (`text/12`). */
  readonly field: string
  /** Empty: there is no such field, or no such task or citation. Null: what the reader found counts again. */
  readonly value: string | null
  readonly reason: string
  /** Words of the text that the value takes the place of; without them the whole piece does. */
  readonly insteadOf?: string
  /** Whose text is meant; without it the newest edition's. */
  readonly edition?: number
}

/** What a correction is laid on, in the form in which it is kept, and what people call it. */
export interface Correction {
  readonly override: KeptOverride
  readonly isUndone: boolean
  /** `signedOn`; `tasks/12/due（完成全区……）`. */
  readonly name: string
  /** Fields of corrections that this one takes the place of. */
  readonly replaces?: readonly string[]
  /** What a person should look at too. */
  readonly hint?: string
}

/** Signs of the hash of what was corrected that name it wherever it stands. */
const KEY_SIGNS = 8

export const keyOfItem = (kind: ItemKind | 'text', found: FoundItem): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, found]))
    .digest('hex')
    .slice(0, KEY_SIGNS)

/** The words by which a person sees which piece was meant. */
export const shortWords = (words: string): string => (words.length > 30 ? `${words.slice(0, 30)}…` : words)
