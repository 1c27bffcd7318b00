import type { FC } from 'hono/jsx'
import { DayText } from '../day-text/day-text.tsx'
import { GazetteCover } from '../gazette-cover/gazette-cover.tsx'

export interface NewestGazetteProps {
  readonly title: string
  readonly year: number
  readonly number: number
  readonly totalNumber: number | null
  readonly url: string
  readonly publishedOn: string | null
  /** Documents in the issue. */
  readonly documentCount: number
}

/** The newest gazette as a cover beside the search of the first page. */
export const NewestGazette: FC<NewestGazetteProps> = (gazette) => (
  <section class="newest-gazette elder-hide" aria-labelledby="newest-gazette">
    <GazetteCover
      title={gazette.title}
      year={gazette.year}
      number={gazette.number}
      totalNumber={gazette.totalNumber}
      href={gazette.url}
    />
    <div>
      <h2 class="section-title" id="newest-gazette">
        最新公报
      </h2>
      <p class="meta">
        {gazette.publishedOn ? (
          <span>
            <DayText day={gazette.publishedOn} short />
            出刊
          </span>
        ) : null}
        <span>载文件{gazette.documentCount}件</span>
      </p>
      <a href="/gazettes">历年公报</a>
    </div>
  </section>
)
