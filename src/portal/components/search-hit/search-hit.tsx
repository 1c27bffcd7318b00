import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { BySense } from '../by-sense/by-sense.tsx'
import { issuersOf } from '../by-sense/joint-parts.ts'
import type { CutWords } from '../by-sense/sense-pieces.ts'
import { ValidityMark } from '../validity-mark/validity-mark.tsx'

export interface SearchHitProps {
  readonly title: string
  readonly url: string
  readonly docNumber: string | null
  readonly signedOn: string | null
  readonly issuer: string | null
  readonly validity: string
  /** Escaped HTML in which only `<mark>` stands, as the search makes it. */
  readonly snippet: string
  /** Clause of the passage: 二（三）. */
  readonly clause?: string | null
  readonly cut?: CutWords | undefined
}

/** A hit: title, number, day, state, its best passage. */
export const SearchHit: FC<SearchHitProps> = (hit) => (
  <li class="hit">
    <h3 class="entry-title by-sense">
      <a href={hit.url}>
        <BySense text={hit.title} cut={hit.cut} issuers={issuersOf(hit.issuer)} />
      </a>
    </h3>
    <p class="meta">
      {hit.docNumber ? <span class="number">{hit.docNumber}</span> : null}
      {hit.signedOn ? <time datetime={hit.signedOn}>{hit.signedOn}</time> : null}
      {hit.issuer ? <span>{hit.issuer}</span> : null}
      <ValidityMark state={hit.validity} />
    </p>
    {hit.snippet ? (
      <p class="passage">
        {hit.clause ? <span class="where">{hit.clause}　</span> : null}
        {raw(hit.snippet)}
      </p>
    ) : null}
  </li>
)
