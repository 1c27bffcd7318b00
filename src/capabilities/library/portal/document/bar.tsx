import type { FC } from 'hono/jsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { ValidityMark } from '../../../../portal/components/validity-mark/validity-mark.tsx'
import type { DocumentView } from '../../contract.ts'

/** The line over a document: whether it holds, when and from where it was published, what can be done with it. */
export const DocumentBar: FC<{ document: DocumentView; source: string }> = ({ document, source }) => {
  const original = document.prints.find(({ isMain }) => isMain) ?? document.prints[0]
  return (
    <div class="doc-bar">
      <ValidityMark state={document.validity} />
      {document.validity === 'in-force' ? <span>{document.validityView.reason.replace(/。$/u, '')}</span> : null}
      {document.validity === 'amended' && document.validUntil ? (
        <span>
          有效期至
          <DayText day={document.validUntil} />
        </span>
      ) : null}
      {document.publishedOn ? (
        <span class="label">
          发布时间：<time datetime={document.publishedOn}>{document.publishedOn}</time>
        </span>
      ) : null}
      <span class="label">来源：{source}</span>
      <div class="doc-tools">
        <button class="button button--quiet" type="button" data-print="" hidden>
          打印
        </button>
        {original ? <a href={`/files/${original.fileHash}`}>原件</a> : null}
        <a href="#share">引用和转发</a>
      </div>
    </div>
  )
}
