import type { DocumentView } from '../contract.ts'
import type { editionTexts } from '../store/edition.queries.ts'
import type { TiedDocument } from '../store/override.queries.ts'

/** What a document is called across installations: issuer, number, title, day of signing. */
export const naturalKey = ({
  issuer,
  docNumber,
  title,
  signedOn,
}: Pick<DocumentView, 'issuer' | 'docNumber' | 'title' | 'signedOn'>): string =>
  [issuer ?? '', docNumber ?? '', title, signedOn ?? ''].join('|')

/** What is exported as it stands in the record, in this order. */
const AS_IT_IS = [
  'title',
  'docNumber',
  'issuer',
  'kind',
  'topic',
  'signedOn',
  'printedOn',
  'recipients',
  'disclosure',
  'disclosureMark',
  'contact',
  'cc',
  'enclosure',
  'attachments',
  'effectiveFrom',
  'validUntil',
  'registrationNumber',
] as const satisfies readonly (keyof DocumentView)[]

const pick = (document: DocumentView, fields: readonly (keyof DocumentView)[]): object =>
  Object.fromEntries(fields.map((field) => [field, document[field]]))

type EditionText = Awaited<ReturnType<typeof editionTexts>>[number]

const withoutId = ({ id: _id, ...element }: EditionText['elements'][number]) => element

/** A citation that is tied to a document names it by its natural key, a piece that was given a clause names its path. */
function exportedValue(
  { field, value }: { readonly field: string; readonly value: string },
  keys: ReadonlyMap<string, string>,
  pathOf: (clauseId: string) => string | null,
): string {
  if (/^citations\/.*\/document$/.test(field)) return keys.get(value) ?? ''
  return /^(?:tasks|citations)\/.*\/clause$/.test(field) ? (pathOf(value) ?? '') : value
}

/**
 * A document's content under natural keys: nothing that depends on when or in which order it was loaded. Ids of clauses
 * do (they were given when a clause was first seen): what points to a clause names its path.
 */
export function content(document: DocumentView, texts: readonly EditionText[], tied: readonly TiedDocument[]): object {
  const keys = new Map(tied.map((target) => [target.id, naturalKey(target)]))
  const paths = new Map(document.elements.map(({ id, path }) => [id, path]))
  const pathOf = (clauseId: string | null) => (clauseId === null ? null : (paths.get(clauseId) ?? null))
  const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name)
  return {
    key: naturalKey(document),
    ...pick(document, AS_IT_IS),
    elements: document.elements.map(withoutId),
    olderEditions: texts
      .filter(({ number }) => number !== document.edition.number)
      .map((text, index) => ({
        asOf: document.editions[index]?.asOf ?? null,
        elements: text.elements.map(withoutId),
        tables: text.tables,
      })),
    tables: document.tables,
    overrides: document.overrides.map(({ isLost: _lost, found: _found, ...override }) => ({
      ...override,
      value: exportedValue(override, keys, pathOf),
    })),
    relations: document.relations.to.map(({ effect, title: cited, docNumber: number, clauseId }) => ({
      effect,
      title: cited,
      docNumber: number,
      clause: pathOf(clauseId),
    })),
    tasks: document.tasks.map(({ no, path, requirement, lead, responsible, due, dueText, source, clauseId }) => ({
      no,
      path,
      requirement,
      lead: names(lead),
      responsible: names(responsible),
      due,
      dueText,
      source,
      clause: pathOf(clauseId),
    })),
    prints: document.prints
      .map(({ fileHash, gazette, section, page, lines }) => ({
        fileHash,
        gazette: gazette?.id ?? null,
        section,
        page,
        lines,
      }))
      .sort((a, b) => (a.fileHash < b.fileHash ? -1 : a.fileHash > b.fileHash ? 1 : a.lines.from - b.lines.from)),
  }
}
