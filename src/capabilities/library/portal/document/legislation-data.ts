import type { DocumentView } from '../../contract.ts'

const FORCE: Readonly<Record<string, string>> = {
  'in-force': 'https://schema.org/InForce',
  amended: 'https://schema.org/PartiallyInForce',
  repealed: 'https://schema.org/NotInForce',
  expired: 'https://schema.org/NotInForce',
}

/** A document as JSON-LD (schema.org Legislation); what is not known is left out. */
export const legislationData = (document: DocumentView): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'Legislation',
  name: document.title,
  legislationIdentifier: document.docNumber ?? undefined,
  legislationType: document.kind ?? undefined,
  legislationDate: document.signedOn ?? undefined,
  datePublished: document.publishedOn ?? undefined,
  legislationDateVersion: document.edition.asOf ?? undefined,
  temporalCoverage: document.effectiveFrom ? `${document.effectiveFrom}/${document.validUntil ?? '..'}` : undefined,
  legislationLegalForce: FORCE[document.validity],
  legislationPassedBy: document.issuers.map(({ name }) => ({ '@type': 'GovernmentOrganization', name })),
  about: document.topic ?? undefined,
  inLanguage: 'zh-CN',
})
