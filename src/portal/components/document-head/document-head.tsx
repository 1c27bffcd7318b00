import type { FC } from 'hono/jsx'
import { BySense } from '../by-sense/by-sense.tsx'
import type { CutWords } from '../by-sense/sense-pieces.ts'

export interface DocumentHeadProps {
  /** As printed; several stand one beneath the other. */
  readonly issuers: readonly string[]
  readonly docNumber: string | null
  readonly title: string
  readonly cut?: CutWords | undefined
  readonly id?: string
  /** Level of the title: 2 where several documents stand in one page. */
  readonly level?: 1 | 2
}

/** The red head of a document (GB/T 9704): issuer, number, thick-and-thin rule, title. Printed it is the official form. */
export const DocumentHead: FC<DocumentHeadProps> = ({ issuers, docNumber, title, cut, id, level = 1 }) => {
  const Title = `h${level}` as 'h1'
  return (
    <header class="doc-head" id={id}>
      {issuers.length > 0 ? (
        <p class={issuers.length > 1 ? 'issuer issuer--joint' : 'issuer'}>
          {issuers.map((issuer) => (
            <span class="by-sense">
              <BySense text={issuer} cut={cut} />
            </span>
          ))}
        </p>
      ) : null}
      {docNumber ? <p class="number">{docNumber}</p> : null}
      {issuers.length > 0 || docNumber ? <div class="red-rule" /> : null}
      <Title class="doc-title by-sense">
        <BySense text={title} cut={cut} issuers={issuers} />
      </Title>
    </header>
  )
}

export interface SignatureProps {
  readonly signers: readonly string[]
  /** As it is written: 2024年5月24日. */
  readonly day: string | null
}

/** Who signed and when, at the right under the text. */
export const Signature: FC<SignatureProps> = ({ signers, day }) => (
  <div class="signature">
    {signers.map((signer) => (
      <p>{signer}</p>
    ))}
    {day ? <p>{day}</p> : null}
  </div>
)
