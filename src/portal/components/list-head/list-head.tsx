import type { FC } from 'hono/jsx'

export interface ListHeadProps {
  /** Id of the heading: the section is labelled by it. */
  readonly id: string
  readonly title: string
  /** Where all of them are. */
  readonly href?: string
  readonly link?: string
}

/** Head of a section with a list: its title over an ink rule, and the way to all. */
export const ListHead: FC<ListHeadProps> = ({ id, title, href, link }) => (
  <div class="list-head">
    <h2 class="section-title" id={id}>
      {title}
    </h2>
    {href && link ? <a href={href}>{link}</a> : null}
  </div>
)
