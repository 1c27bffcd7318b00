import type { FC } from 'hono/jsx'
import { BySense } from '../by-sense/by-sense.tsx'
import { DayText } from '../day-text/day-text.tsx'

export interface CountdownProps {
  readonly title: string
  readonly href: string
  readonly gist: string | null
  readonly unit: string | null
  readonly until: string
  /** Days left until the last one; 0: it ends today. */
  readonly daysLeft: number
}

/** Something open until a day, with the days left. */
export const Countdown: FC<CountdownProps> = ({ title, href, gist, unit, until, daysLeft }) => (
  <li class="countdown">
    <div>
      <h3 class="entry-title by-sense">
        <a href={href}>
          <BySense text={title} />
        </a>
      </h3>
      {gist ? <p class="gist">{gist}</p> : null}
      <p class="meta">
        {unit ? <span>{unit}</span> : null}
        <span>
          <DayText day={until} short />
          截止
        </span>
      </p>
    </div>
    <p class="days">
      {daysLeft === 0 ? (
        '今天截止'
      ) : (
        <>
          还剩<b>{daysLeft}</b>天
        </>
      )}
    </p>
  </li>
)
