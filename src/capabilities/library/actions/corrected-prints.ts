import type { KeptOverride } from '../rules/corrected-items.ts'
import { type CorrectedText, correctText, isTextOverride, textCorrections } from '../rules/corrected-text.ts'
import type { EditionPrints } from '../rules/editions.ts'
import type { StoredPrint } from '../store/print.queries.ts'

type Corrected = ReadonlyMap<number, CorrectedText>

/** The texts of those prints of whose edition people corrected words: a correction holds in every print that says them. */
export function correctPrints(prints: readonly StoredPrint[], overrides: readonly KeptOverride[]): Corrected {
  const texts = new Map<number, CorrectedText>()
  if (!overrides.some(({ field }) => isTextOverride(field))) return texts
  for (const { id, reading, editionKey } of prints) {
    const corrections = textCorrections(overrides, editionKey)
    if (corrections.length > 0) texts.set(id, correctText(reading, corrections))
  }
  return texts
}

/** On which element each correction of words lies, in the best print of its edition that has it; null: in none. */
export function textPlaces(
  editions: readonly EditionPrints<StoredPrint>[],
  texts: Corrected,
  overrides: readonly KeptOverride[],
): ReadonlyMap<string, number | null> {
  const ordered = editions.flatMap(({ main, others }) => [main, ...others])
  return new Map(
    overrides.flatMap(({ field }): [string, number | null][] => {
      if (!isTextOverride(field)) return []
      const at = ordered.map(({ id }) => texts.get(id)?.places.get(field)?.element).find((place) => place !== undefined)
      return [[field, at ?? null]]
    }),
  )
}
