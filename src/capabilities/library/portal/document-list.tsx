import type { FC } from 'hono/jsx'
import { DayText, Title, ValidityMark } from '../../../portal/words.tsx'
import type { DocumentSummary } from '../contract.ts'

/** One document in a list: day, title, what it does, number; its state only where it is not the ordinary one. */
export const DocumentEntry: FC<{ document: DocumentSummary; isShort?: boolean }> = ({ document, isShort }) => (
  <li class="entry entry--dated">
    {document.signedOn ? <DayText day={document.signedOn} short={isShort ?? false} /> : <span>日期不详</span>}
    <div>
      <h3 class="entry-title by-sense">
        <a href={document.url}>
          <Title text={document.title} />
        </a>
      </h3>
      {document.gist ? <p class="gist">{document.gist}</p> : null}
      <p class="meta">
        {document.docNumber ? <span class="number">{document.docNumber}</span> : null}
        {document.validity === 'in-force' || document.validity === 'unknown' ? null : (
          <ValidityMark state={document.validity} />
        )}
      </p>
    </div>
  </li>
)
