import type { FC } from 'hono/jsx'
import { drawnOnce } from '../../drawn-once.tsx'

export interface SearchBoxProps {
  readonly label: string
  readonly value?: string | undefined
  /** On the first page and where a page is lost. */
  readonly isLarge?: boolean
  readonly isLabelHidden?: boolean
  /** Unique in the page; the box of the page itself is `q`. */
  readonly id?: string
  /** Filters that a new search keeps. */
  readonly kept?: Readonly<Record<string, string>>
}

const Box: FC<SearchBoxProps> = ({ label, value, isLarge, isLabelHidden, id = 'q', kept = {} }) => (
  <search>
    <form class={isLarge ? 'search search--large' : 'search'} action="/search" method="get">
      <label for={id} class={isLabelHidden ? 'hidden-text' : undefined}>
        {label}
      </label>
      {Object.entries(kept).map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
      <div class="search-row">
        <input id={id} name="q" type="search" value={value} autocomplete="off" maxlength={200} data-suggest="" />
        <button class="button" type="submit">
          查一查
        </button>
      </div>
    </form>
  </search>
)

/** The search box. With a script, suggestions open beneath it. The empty ones, a few, stand on every page. */
export const SearchBox: FC<SearchBoxProps> = drawnOnce(
  Box,
  (props) => (props.value || props.kept ? null : JSON.stringify(props)),
  20,
)
