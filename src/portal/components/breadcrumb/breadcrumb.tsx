import type { FC } from 'hono/jsx'

export interface CrumbsProps {
  /** The way from the first page to the page above this one. */
  readonly steps: readonly { readonly text: string; readonly href: string }[]
}

/** Where the page stands. */
export const Crumbs: FC<CrumbsProps> = ({ steps }) => (
  <nav class="crumbs" aria-label="所在位置">
    <ol>
      {[{ text: '首页', href: '/' }, ...steps].map(({ text, href }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
)
