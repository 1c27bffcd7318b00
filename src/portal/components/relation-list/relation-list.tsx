import type { FC } from 'hono/jsx'

export interface RelationListProps {
  readonly entries: readonly {
    /** What one document does to the other: 依据, 修改, 被引用. */
    readonly effect: string
    readonly title: string
    readonly docNumber: string | null
    /** Null when the library lacks the document: it stands without a link, and says so. */
    readonly href: string | null
    /** The clause that says it. */
    readonly place?: { readonly text: string; readonly href: string } | null
  }[]
}

/** Documents that belong to one another, each with what it does. */
export const RelationList: FC<RelationListProps> = ({ entries }) => (
  <ul class="relation-list">
    {entries.map(({ effect, title, docNumber, href, place }) => (
      <li>
        <span class="relation-effect">{effect}</span>
        <div>
          <p class="relation-title">{href ? <a href={href}>《{title}》</a> : `《${title}》`}</p>
          <p class="meta">
            {docNumber ? <span class="number">{docNumber}</span> : null}
            {place ? <a href={place.href}>{place.text}</a> : null}
            {href ? null : <span>文件库没有收录</span>}
          </p>
        </div>
      </li>
    ))}
  </ul>
)
