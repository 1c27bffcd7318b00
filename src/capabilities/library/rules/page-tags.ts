/** Entities of the change log that pages know by a tag for all of them. */
const ALL_OF: Readonly<Record<string, string>> = {
  document: 'documents',
  gazette: 'gazettes',
  unit: 'units',
  settings: 'settings',
}

/**
 * Tags that changes bump (decision 9): of each thing, of the lists in which it may stand, and of the documents tied to a
 * changed one, since their pages name it.
 */
export function tagsOfChanges(
  changes: readonly { readonly entity: string; readonly id: string }[],
  relatedDocuments: readonly string[],
): readonly string[] {
  const tags = changes.flatMap(({ entity, id }) => [ALL_OF[entity] ?? entity, `${entity}:${id}`])
  return [...new Set([...tags, ...relatedDocuments.map((id) => `document:${id}`)])]
}
