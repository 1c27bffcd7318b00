import type { FC } from 'hono/jsx'

export interface PlainListProps {
  readonly items: readonly {
    readonly text: string
    readonly href: string
    /** What stands at the end of the line: a telephone, a number. */
    readonly aside?: string | null
  }[]
}

/** Links one beneath the other, each a line to hit with a thumb. */
export const PlainList: FC<PlainListProps> = ({ items }) => (
  <ul class="plain-list">
    {items.map(({ text, href, aside }) => (
      <li>
        <a href={href}>{text}</a>
        {aside ? <span class="number plain-aside">{aside}</span> : null}
      </li>
    ))}
  </ul>
)
