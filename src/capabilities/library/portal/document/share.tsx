import type { FC } from 'hono/jsx'
import { inTitleMarks } from '../../../../kernel/han.ts'
import { Citation } from '../../../../portal/components/citation/citation.tsx'
import { FormatLinks } from '../../../../portal/components/format-links/format-links.tsx'
import type { DocumentView } from '../../contract.ts'
import { chineseDay } from '../../rules/validity.ts'

/** The line by which a document is cited: issuer, title, number, day. */
export const citationLine = ({ issuer, title, docNumber, signedOn }: DocumentView): string =>
  [`${issuer ? `${issuer}：` : ''}${inTitleMarks(title)}`, docNumber, signedOn ? chineseDay(signedOn) : null]
    .filter(Boolean)
    .join('，')

/** How to cite the document, its address as a line and as a code for the telephone, its text in other forms. */
export const Share: FC<{ document: DocumentView; address: string }> = ({ document, address }) => {
  const form = (extension: string) => `/documents/${document.id}.${extension}`
  return (
    <section class="share page-only" aria-labelledby="share">
      <h2 class="section-title" id="share">
        引用和转发
      </h2>
      <div class="share-body">
        <Citation text={citationLine(document)} address={address} />
        <img class="share-code" src={form('qr.svg')} width="132" height="132" alt="本页地址的二维码" loading="lazy" />
      </div>
      <FormatLinks
        label="本文"
        formats={[
          { text: '纯文本', href: form('txt'), type: 'text/plain' },
          { text: 'Markdown', href: form('md'), type: 'text/markdown' },
          { text: 'JSON', href: form('json'), type: 'application/json' },
        ]}
      />
    </section>
  )
}
