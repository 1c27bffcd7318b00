import type { Child, FC } from 'hono/jsx'

export interface PlainListProps {
  readonly items: readonly {
    readonly text: string
    readonly href: string
    /** What stands at the end of the line: a telephone, a number. */
    readonly aside?: string | null
    /** What stands under the line: a day, a span of years. */
    readonly note?: Child
  }[]
}

/** Links one beneath the other, each a line to hit with a thumb. */
export const PlainList: FC<PlainListProps> = ({ items }) => (
  <ul class="plain-list">
    {items.map(({ text, href, aside, note }) => (
      <li>
        <a href={href}>{text}</a>
        {aside ? <span class="number plain-aside">{aside}</span> : null}
        {note ? <span class="plain-note">{note}</span> : null}
      </li>
    ))}
  </ul>
)
