import type { FC } from 'hono/jsx'
import { slipLines } from './slip-lines.ts'

export interface GazetteCoverProps {
  /** Name of the gazette, on the white slip. */
  readonly title: string
  readonly year: number
  /** Issue of the year; null: the yearly index, bound in paper. */
  readonly number: number | null
  /** Running number since the first issue. */
  readonly totalNumber?: number | null
  /** Where it is read; without it the cover is a picture beside its own contents. */
  readonly href?: string
}

const Slip: FC<{ title: string }> = ({ title }) => {
  const [first = '', second] = slipLines(title)
  return (
    <span class={second === undefined ? 'cover-slip' : 'cover-slip cover-slip--long'}>
      <span>
        {first}
        {second === undefined ? null : <br />}
        {second}
      </span>
    </span>
  )
}

/** A cover drawn in type: indigo cloth, a white slip with the name, year, issue, running number. */
export const GazetteCover: FC<GazetteCoverProps> = ({ title, year, number, totalNumber, href }) => {
  const inside = (
    <>
      <Slip title={title} />
      <span class="cover-issue">
        <span class="cover-year">{year}</span>
        <span class="cover-nr">{number === null ? '年度索引' : `第${number}期`}</span>
        {totalNumber ? <span class="cover-total">总第{totalNumber}期</span> : null}
      </span>
    </>
  )
  const look = number === null ? 'cover cover--index' : 'cover'
  return href ? (
    <a class={look} href={href}>
      {inside}
    </a>
  ) : (
    <div class={look}>{inside}</div>
  )
}
