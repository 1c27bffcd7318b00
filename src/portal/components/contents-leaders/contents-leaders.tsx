import type { FC } from 'hono/jsx'
import { BySense } from '../by-sense/by-sense.tsx'
import { issuersOf } from '../by-sense/joint-parts.ts'
import type { CutWords } from '../by-sense/sense-pieces.ts'
import { DayText } from '../day-text/day-text.tsx'
import { ValidityMark } from '../validity-mark/validity-mark.tsx'

export interface ContentsLeadersProps {
  readonly parts: readonly {
    readonly name: string
    readonly entries: readonly {
      readonly title: string
      readonly url: string
      readonly docNumber?: string | null
      /** Names joined by 、. */
      readonly issuer?: string | null
      /** The day on which it was signed. */
      readonly signedOn?: string | null
      /** Said only where it is not the ordinary one. */
      readonly validity?: string
      /** Page in the printed issue. */
      readonly page?: number | null
    }[]
  }[]
  readonly cut?: CutWords | undefined
}

/** The contents of an issue: parts, titles, leaders, pages. */
export const ContentsLeaders: FC<ContentsLeadersProps> = ({ parts, cut }) => (
  <>
    {parts.map(({ name, entries }, index) => (
      <section class="contents" aria-labelledby={`part-${index + 1}`}>
        <h2 class="contents-part" id={`part-${index + 1}`}>
          {name}
        </h2>
        <ol>
          {entries.map(({ title, url, docNumber, issuer, signedOn, validity = '', page }) => (
            <li>
              <a href={url} class={page ? undefined : 'without-page'}>
                <span class="title by-sense">
                  <BySense text={title} cut={cut} issuers={issuersOf(issuer)} />
                </span>
                {page ? (
                  <span class="page-no">
                    <span class="hidden-text">第</span>
                    {page}
                    <span class="hidden-text">页</span>
                  </span>
                ) : null}
                <span class="meta">
                  {docNumber ? <span class="number">{docNumber}</span> : null}
                  {signedOn ? <DayText day={signedOn} /> : null}
                  <ValidityMark state={validity} isOnlyException />
                </span>
              </a>
            </li>
          ))}
        </ol>
      </section>
    ))}
  </>
)
