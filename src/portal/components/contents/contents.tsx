import type { FC } from 'hono/jsx'

export interface ContentsItem {
  /** Id of the clause in the page. */
  readonly id: string
  readonly text: string
  readonly items?: readonly ContentsItem[]
}

export interface ContentsProps {
  readonly items: readonly ContentsItem[]
}

const Items: FC<ContentsProps> = ({ items }) => (
  <ol>
    {items.map(({ id, text, items: below = [] }) => (
      <li>
        <a href={`#${id}`}>{text}</a>
        {below.length > 0 ? <Items items={below} /> : null}
      </li>
    ))}
  </ol>
)

/** The contents of a document; a script marks where one is. Fewer than two entries need none. */
export const Contents: FC<ContentsProps> = ({ items }) =>
  items.length < 2 ? null : (
    <nav class="toc" aria-label="本文目录">
      <details class="fold">
        <summary>目录</summary>
        <Items items={items} />
      </details>
    </nav>
  )
