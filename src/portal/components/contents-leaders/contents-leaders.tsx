import type { FC } from 'hono/jsx'
import { BySense } from '../by-sense/by-sense.tsx'
import type { CutWords } from '../by-sense/sense-pieces.ts'

export interface ContentsLeadersProps {
  readonly parts: readonly {
    readonly name: string
    readonly entries: readonly {
      readonly title: string
      readonly url: string
      readonly docNumber?: string | null
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
          {entries.map(({ title, url, docNumber, page }) => (
            <li>
              <a href={url} class={page ? undefined : 'without-page'}>
                <span class="title by-sense">
                  <BySense text={title} cut={cut} />
                </span>
                {page ? (
                  <span class="page-no">
                    <span class="hidden-text">第</span>
                    {page}
                    <span class="hidden-text">页</span>
                  </span>
                ) : null}
                {docNumber ? <span class="number">{docNumber}</span> : null}
              </a>
            </li>
          ))}
        </ol>
      </section>
    ))}
  </>
)
