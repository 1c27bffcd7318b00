import type { DocumentView } from '../../contract.ts'

/** Tags of a page that shows one document: itself, whom it names and who names it, the issues that print it, units. */
export function tagsOfDocument(
  { id, relations, prints, validityView, editions }: DocumentView,
  alsoShown: readonly string[] = [],
): readonly string[] {
  const named = [
    id,
    ...alsoShown,
    ...[...relations.to, ...relations.from].flatMap(({ document }) => (document ? [document.id] : [])),
    ...(validityView.source ? [validityView.source.id] : []),
    ...editions.flatMap(({ madeBy }) => (madeBy ? [madeBy.id] : [])),
  ]
  const issues = prints.flatMap(({ gazette }) => (gazette ? [`gazette:${gazette.id}`] : []))
  return [...new Set([...named.map((other) => `document:${other}`), ...issues, 'units'])]
}
