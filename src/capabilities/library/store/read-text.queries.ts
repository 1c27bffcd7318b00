import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import type { KeptOverride } from '../rules/corrected-items.ts'
import { type CorrectedText, correctText, textCorrections } from '../rules/corrected-text.ts'
import { type TextPiece, textPieces } from '../rules/text-pieces.ts'
import { numberedEditions } from './edition-writes.ts'
import { printsOf } from './print.queries.ts'

/** The text of a print as it was read and as it is shown, for whoever corrects words of it. */
export interface ReadText {
  readonly editionKey: string
  readonly reading: ReadDocument
  readonly corrected: CorrectedText
  /** As they were read. */
  readonly pieces: readonly TextPiece[]
  /** The words of each piece as they are shown; one that a person said is none is missing. */
  readonly shown: ReadonlyMap<TextPiece, string>
  /** The place among the elements that are shown, from 1, by the place among those that were read, from 0. */
  readonly numbers: ReadonlyMap<number, number>
}

/** The texts of one edition of a document, the one that is shown first. */
export async function readTexts(
  tx: Tx,
  siteId: string,
  { id, edition }: { readonly id: string; readonly edition: { readonly number: number } },
  overrides: readonly KeptOverride[],
): Promise<readonly ReadText[]> {
  const numbered = await numberedEditions(tx, siteId, id)
  const key = numbered.find(({ number }) => number === edition.number)?.key ?? ''
  const prints = await printsOf(tx, siteId, id)
  return prints
    .filter(({ editionKey }) => editionKey === key)
    .map(({ reading, editionKey }) => readText(reading, editionKey, overrides))
}

function readText(reading: ReadDocument, editionKey: string, overrides: readonly KeptOverride[]): ReadText {
  const corrected = correctText(reading, textCorrections(overrides, editionKey))
  const pieces = textPieces(reading)
  const now = new Map(textPieces(corrected).map(({ element, slot, words }) => [`${element}|${slot}`, words]))
  const shown = new Map(
    pieces.flatMap((piece): [TextPiece, string][] => {
      const words = now.get(`${piece.element}|${piece.slot}`)
      return words === undefined ? [] : [[piece, words]]
    }),
  )
  const numbers = new Map<number, number>()
  for (const [at, element] of corrected.elements.entries()) if (element !== null) numbers.set(at, numbers.size + 1)
  return { editionKey, reading, corrected, pieces, shown, numbers }
}
