import type { Child, FC } from 'hono/jsx'
import { relOf } from '../../crawlers.ts'

export interface FilterGroup {
  readonly label: string
  /** Takes the choice of this group back; null: nothing is chosen. */
  readonly clearHref: string | null
  readonly choices: readonly {
    readonly text: string
    /** Things that would be left; null where nobody counted. */
    readonly count: number | null
    readonly href: string
    readonly isChosen: boolean
  }[]
}

export interface FilterLinksProps {
  /** The line that opens on a phone: 筛选：全部37件. */
  readonly summary: string
  readonly groups: readonly FilterGroup[]
  /** Forms that filter too, such as a range of days. */
  readonly children?: Child
}

/** Filters as links: each is an address of its own, and what is chosen can be taken back. */
export const FilterLinks: FC<FilterLinksProps> = ({ summary, groups, children }) => (
  <aside class="facets" aria-label="筛选">
    <details class="fold">
      <summary>{summary}</summary>
      {groups
        .filter(({ choices }) => choices.length > 0)
        .map(({ label, clearHref, choices }) => (
          <>
            <h2>{label}</h2>
            <ul>
              <li>
                {clearHref === null ? (
                  <span class="facets-all">全部</span>
                ) : (
                  <a href={clearHref} rel={relOf(clearHref)} aria-label={`${label}：全部`}>
                    全部
                  </a>
                )}
              </li>
              {choices.map(({ text, count, href, isChosen }) => (
                <li>
                  <a href={href} rel={relOf(href)} aria-current={isChosen ? 'true' : undefined}>
                    <span>{text}</span>
                    {count === null ? null : <span class="count">{count}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ))}
      {children}
    </details>
  </aside>
)

export interface ChosenFiltersProps {
  readonly chosen: readonly { readonly label: string; readonly text: string; readonly removeHref: string }[]
  /** Takes all of them back. */
  readonly clearHref: string
}

/** What is chosen, above the list; each can be taken back by itself. */
export const ChosenFilters: FC<ChosenFiltersProps> = ({ chosen, clearHref }) =>
  chosen.length === 0 ? null : (
    <nav aria-label="已选条件">
      <ul class="chosen">
        {chosen.map(({ label, text, removeHref }) => (
          <li>
            <a href={removeHref} rel={relOf(removeHref)} aria-label={`去掉条件 ${label}：${text}`}>
              <span>
                <span class="label">{label}</span> {text}
              </span>
              <span class="chosen-cross" aria-hidden="true" />
            </a>
          </li>
        ))}
        {chosen.length > 1 ? (
          <li>
            <a class="chosen-clear" href={clearHref}>
              全部去掉
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
