import type { FC } from 'hono/jsx'

export interface FormatLinksProps {
  /** Of what: 本文, 本页的列表. */
  readonly label: string
  readonly formats: readonly { readonly text: string; readonly href: string; readonly type?: string }[]
}

/** The same content in other forms: text, Markdown, JSON, CSV, Atom. */
export const FormatLinks: FC<FormatLinksProps> = ({ label, formats }) =>
  formats.length === 0 ? null : (
    <nav class="formats page-only" aria-label={`${label}的其他格式`}>
      <span class="label">{label}的其他格式</span>
      {formats.map(({ text, href, type }) => (
        <a href={href} type={type}>
          {text}
        </a>
      ))}
    </nav>
  )
