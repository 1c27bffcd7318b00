import { foldForComparing, foldWidth } from '../../../kernel/han.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import { foldTitle } from './fold-title.ts'

/**
 * What makes two prints the same document (decision 15): the same number and the same title after folding; without a
 * number the same title, issuer and signed-on date. A number alone is not enough: of 1,349 real numbered documents 66
 * share theirs with another. The mark of an amended text is no part of the title: it is another edition.
 */
export function identityOf(document: Pick<ReadDocument, 'title' | 'docNumber' | 'issuer' | 'signedOn'>): string {
  const title = foldTitle(document.title)
  if (document.docNumber) return `n|${document.docNumber}|${title}`
  return `t|${title}|${foldForComparing(document.issuer ?? '')}|${document.signedOn ?? ''}`
}

/**
 * The identities of the documents of one file, by their order in it. Without a number two documents of one file may share
 * title, issuer and day (two appointments of a session): where their words differ, the later ones are told by their place
 * among them. The same words twice are one document.
 */
export function identitiesOf(documents: readonly ReadDocument[]): ReadonlyMap<number, string> {
  const words = new Map<string, string[]>()
  const identities = new Map<number, string>()
  for (const document of documents) {
    const identity = identityOf(document)
    const mine = wordsOf(document)
    const same = words.get(identity) ?? []
    const at = same.indexOf(mine)
    const place = at < 0 ? same.push(mine) : at + 1
    words.set(identity, same)
    identities.set(document.order, place === 1 || document.docNumber !== null ? identity : `${identity}|${place}`)
  }
  return identities
}

const wordsOf = ({ elements, tables }: ReadDocument): string =>
  foldForComparing(
    `${elements.map((element) => ('text' in element ? element.text : '')).join('')}${JSON.stringify(tables.map(({ rows }) => rows))}`,
  )

/**
 * Year of the public id: signed, else numbered; a statistical table has neither, so it goes by the period that its title
 * names, and a title without one by the issue that prints it. Only what no issue prints goes by the year it was loaded.
 */
export function yearOf(
  document: Pick<ReadDocument, 'title' | 'docNumber' | 'signedOn'>,
  gazetteId: string | null,
  loadedYear: number,
): number {
  const said = document.signedOn?.slice(0, 4) ?? /〔(\d{4})〕/.exec(document.docNumber ?? '')?.[1]
  if (said) return Number(said)
  const latest = gazetteId ? Number.parseInt(gazetteId, 10) : loadedYear
  const period = Number(/(?<!\d)(?:19|20)\d{2}(?=年)/.exec(foldWidth(document.title))?.[0] ?? latest)
  // A plan for years to come names them in its title, but is not of them.
  return Math.min(period, latest)
}

/** `990102-2024-000123`: district code, year, number of the year; never reused (decision 1). */
export const publicId = (siteCode: string, year: number, serial: number): string =>
  `${siteCode}-${year}-${String(serial).padStart(6, '0')}`

/**
 * How well a print can stand for the document; the greatest of several is the main text. It looks at content alone, so
 * that the order of loading never matters: fewer faults, then more text, then the text itself as a tie-breaker.
 */
export function standingOf(document: ReadDocument): string {
  const faults = document.findings.filter(({ severity }) => severity !== 'info').length
  const known = [document.docNumber, document.issuer, document.signedOn, document.recipients].filter(
    (field) => field !== null,
  ).length
  const text = document.elements.reduce((sum, element) => sum + ('text' in element ? element.text.length : 0), 0)
  const padded = (value: number) => String(value).padStart(9, '0')
  return `${padded(known)}|${padded(999_999 - Math.min(faults, 999_999))}|${padded(text)}|${foldForComparing(document.title)}|${JSON.stringify(document.elements).length}`
}
