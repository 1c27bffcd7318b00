import type { FC } from 'hono/jsx'
import { relOf } from '../../crawlers.ts'

export interface HitsHeadProps {
  /** Id of the heading: the section of hits is labelled by it. */
  readonly id: string
  readonly total: number
  /** Beyond some ten thousand the count is an estimate, and says so. */
  readonly isEstimate?: boolean
  readonly orders: readonly { readonly text: string; readonly href: string; readonly isChosen: boolean }[]
}

/** How many, and in which order. */
export const HitsHead: FC<HitsHeadProps> = ({ id, total, isEstimate, orders }) => (
  <div class="hits-head">
    <h2 id={id}>
      {isEstimate ? '约' : '共'}
      {total.toLocaleString('zh-CN')}件
    </h2>
    {orders.length > 0 && total > 1 ? (
      <nav class="sort" aria-label="排序">
        {orders.map(({ text, href, isChosen }) => (
          <a href={href} rel={relOf(href)} aria-current={isChosen ? 'true' : undefined}>
            {text}
          </a>
        ))}
      </nav>
    ) : null}
  </div>
)
