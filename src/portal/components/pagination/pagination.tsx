import type { FC } from 'hono/jsx'
import { relOf } from '../../crawlers.ts'
import { pagesShown } from './pages-shown.ts'

export interface PagerProps {
  readonly total: number
  /** Things on a page. */
  readonly limit: number
  /** Things before this page. */
  readonly offset: number
  readonly href: (offset: number) => string
}

/** Links to the other pages of a list; nothing where one page holds all. */
export const Pager: FC<PagerProps> = ({ total, limit, offset, href }) => {
  if (total <= limit) return null
  const last = Math.ceil(total / limit) - 1
  // After the last page stands one that is none: the way back from it is the last.
  const here = Math.min(last + 1, Math.floor(offset / limit))
  const to = (page: number) => href(page * limit)
  const place = here <= last ? `第${here + 1}页，` : ''
  return (
    <nav class="pager" aria-label={`翻页，${place}共${last + 1}页`}>
      {here > 0 ? (
        <a rel={relOf(to(here - 1), 'prev')} href={to(here - 1)}>
          上一页
        </a>
      ) : null}
      {pagesShown(here, last).map((page) =>
        page === null ? (
          <span class="pager-gap" aria-hidden="true">
            …
          </span>
        ) : (
          <a
            href={to(page)}
            rel={relOf(to(page))}
            aria-current={page === here ? 'page' : undefined}
            aria-label={`第${page + 1}页`}
          >
            {page + 1}
          </a>
        ),
      )}
      {here < last ? (
        <a rel={relOf(to(here + 1), 'next')} href={to(here + 1)}>
          下一页
        </a>
      ) : null}
    </nav>
  )
}
