import type { FC } from 'hono/jsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import type { CollectedDocument } from '../../store/collection.queries.ts'

/** The document that an entry stands in: its number, or its title where it has none. */
export const DocumentLink: FC<{ document: CollectedDocument }> = ({ document: { url, docNumber, title } }) => (
  <a href={url} class={docNumber ? 'number' : undefined}>
    {docNumber ?? title}
  </a>
)

/** The day of a document in a list. */
export const SignedOn: FC<{ document: CollectedDocument }> = ({ document: { signedOn } }) =>
  signedOn ? <DayText day={signedOn} /> : <span>日期不详</span>
