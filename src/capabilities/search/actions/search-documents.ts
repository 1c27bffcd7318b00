import type { Deps } from '../../../platform/ports.ts'
import { searchRows } from '../../library/public.ts'
import type { SearchAnswer, SearchHit, SearchParameters } from '../contract.ts'
import type { SearchProjection } from '../jobs/follow-library.ts'
import { countFacets, filtered } from '../rules/facets.ts'
import { bestPassage, excerpt, tellsNothing } from '../rules/snippet.ts'
import { type Found, type FoundDocument, findDocuments, newestFirst } from './find-documents.ts'

export type { SearchProjection }

/** Answers one search: what was understood, the hits of one page with their best passage, and counts for the filters. */
export async function searchDocuments(
  deps: Pick<Deps, 'database' | 'words' | 'clock'>,
  projection: SearchProjection,
  siteId: string,
  parameters: SearchParameters,
): Promise<SearchAnswer> {
  const started = deps.clock.now().getTime()
  projection.catalogue.showOn(deps.clock.today())
  const found = await findDocuments(deps, projection, siteId, parameters.q)
  const entries = found.documents.map(({ entry }) => entry)
  const kept = new Set(filtered(entries, parameters).map(({ id }) => id))
  const matches = found.documents.filter(({ id }) => kept.has(id))
  const ordered = parameters.sort === 'date' ? byDate(matches) : matches
  const page = ordered.slice(parameters.offset, parameters.offset + parameters.limit)
  return {
    query: { text: found.understood.text, corrected: null, as: found.understood.as },
    total: matches.length,
    items: await hits(deps, siteId, page, found),
    ...countFacets(entries, parameters),
    suggestions: [],
    tookMs: deps.clock.now().getTime() - started,
  }
}

function byDate(matches: readonly FoundDocument[]): FoundDocument[] {
  return newestFirst(matches.map((match) => ({ ...match, signedOn: match.entry.signedOn })))
}

/** The second step of decision 20: passages are chosen for the hits of the page alone. */
async function hits(
  deps: Pick<Deps, 'database' | 'clock'>,
  siteId: string,
  page: readonly FoundDocument[],
  { understood, weights }: Found,
): Promise<SearchHit[]> {
  const ids = page.map(({ id }) => id)
  const rows =
    ids.length > 0 ? await deps.database.read(siteId, (tx) => searchRows(tx, siteId, ids, deps.clock.today())) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap(({ id, entry }) => {
    const row = byId.get(id)
    // Between index and record a document may have been withdrawn: the record decides.
    if (!row?.isVisibleToPublic) return []
    const passages = row.passages.filter((one) => !tellsNothing(one, entry.title))
    const passage = bestPassage(passages, understood.words, weights)
    const anchor = passage?.clauseId ? `#${passage.clauseId}` : ''
    const { title, docNumber, issuer, signedOn, publishedOn, kind, topic, validity } = entry
    const snippet = excerpt(passage?.text ?? row.gist ?? title, understood.words)
    return [
      {
        id,
        title,
        docNumber,
        issuer,
        signedOn,
        publishedOn,
        kind,
        topic,
        validity,
        snippet,
        url: `/documents/${id}${anchor}`,
      },
    ]
  })
}
