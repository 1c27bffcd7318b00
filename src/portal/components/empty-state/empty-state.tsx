import type { FC } from 'hono/jsx'

export interface EmptyProps {
  /** What is not there, in a sentence. */
  readonly text: string
  /** What to do instead. */
  readonly href?: string
  readonly link?: string
}

/** In the place of a list without entries: what is missing, and what to do. */
export const Empty: FC<EmptyProps> = ({ text, href, link }) => (
  <p class="empty">
    {text}
    {href && link ? <a href={href}>{link}</a> : null}
  </p>
)
