import type { FC } from 'hono/jsx'

export interface DayTextProps {
  /** `2024-05-01` */
  readonly day: string
  /** Without the year: where the year is said nearby. */
  readonly short?: boolean
}

/** 2024-05-01 → 2024年5月1日, with the day for machines. */
export const DayText: FC<DayTextProps> = ({ day, short }) => {
  const [year, month, date] = day.split('-').map(Number)
  return <time datetime={day}>{short ? `${month}月${date}日` : `${year}年${month}月${date}日`}</time>
}
