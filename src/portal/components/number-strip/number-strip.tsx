import type { FC } from 'hono/jsx'

export interface NumberItemProps {
  readonly label: string
  readonly value: number
  /** 件, 期, 项 */
  readonly unit: string
}

/** One number of the quiet strip; stands in a `dl` of the class `numbers`. */
export const NumberItem: FC<NumberItemProps> = ({ label, value, unit }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {value.toLocaleString('zh-CN')} <small>{unit}</small>
    </dd>
  </div>
)
