import type { FC } from 'hono/jsx'

export interface ActionsProps {
  readonly items: readonly { readonly text: string; readonly href: string; readonly isQuiet?: boolean }[]
}

/** What can be done on a page, as links that look like buttons; the main one first. */
export const Actions: FC<ActionsProps> = ({ items }) => (
  <p class="actions">
    {items.map(({ text, href, isQuiet }) => (
      <a class={isQuiet ? 'button button--quiet' : 'button'} href={href}>
        {text}
      </a>
    ))}
  </p>
)
