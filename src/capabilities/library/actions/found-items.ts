import type { ReadDocument } from '../../../reader/types.ts'
import { clauseIdAt, titleKey } from '../rules/derive.ts'
import { interpretedTitle } from '../rules/interpretation.ts'
import type { FoundCitation, FoundTask } from '../rules/item-places.ts'
import { listedEffect } from '../rules/listed-effects.ts'
import type { Elements } from './write-editions.ts'

/**
 * What the document says of others, each at the clause that says it; an interpretation names what it interprets, and a
 * notice what it issues, which may stand in the library by itself.
 */
export function foundCitations(reading: ReadDocument, elements: Elements): FoundCitation[] {
  const interpreted = interpretedTitle(reading.title)
  const interpretedKey = interpreted === null ? null : titleKey(interpreted)
  const cited = reading.citations.map((citation) => {
    const { title, docNumber, part, path } = citation
    const key = titleKey(title)
    return {
      effect: key === interpretedKey ? ('interpreted-by' as const) : listedEffect(reading, citation),
      title,
      titleKey: key,
      docNumber,
      clauseId: clauseIdAt(elements, part, path),
    }
  })
  const named = (effect: FoundCitation['effect'], title: string | null): FoundCitation[] =>
    title === null || cited.some((relation) => relation.titleKey === titleKey(title))
      ? []
      : [{ effect, title, titleKey: titleKey(title), docNumber: null, clauseId: null }]
  return [...named('interpreted-by', interpreted), ...named('issues', reading.enclosure), ...cited]
}

/** Its tasks, each at the clause that holds it. */
export function foundTasks(reading: ReadDocument, elements: Elements): FoundTask[] {
  return reading.tasks.map(({ part, clausePath, lines: _lines, table: _table, ...task }) => {
    const place = part.kind === 'attachment' ? ({ kind: 'enclosure' } as const) : part
    return {
      ...task,
      clauseId: clauseIdAt(elements, place, clausePath ?? '') ?? clauseIdAt(elements, part, clausePath ?? ''),
    }
  })
}
