import type { Day } from '../../../kernel/day.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentView } from '../contract.ts'
import type { DifferencesView, HistoryView, TextRef } from '../contract-history.ts'
import { type ComparedText, countDifferences, differencesBetween } from '../rules/differences.ts'
import { type LoadedDocument, loadDocument } from '../store/document.queries.ts'
import { mayBeSameAs } from '../store/doubt.queries.ts'
import { editionTexts, printText } from '../store/edition.queries.ts'
import { mergedIdsOf } from '../store/identity.queries.ts'

/** What became of an id, with what was asked for when the document is there. */
export type OfDocument<Found> =
  | ({ readonly state: 'found' } & Found)
  | Exclude<LoadedDocument, { readonly state: 'found' }>

const BETWEEN_EDITIONS = { numeralsAreSubstance: true }
const BETWEEN_PRINTS = { numeralsAreSubstance: false }

/** Editions and prints of a document with what differs between them, and what may be the same document. */
export async function loadHistory(
  tx: Tx,
  siteId: string,
  visitor: Visitor,
  id: string,
  today: Day,
): Promise<OfDocument<{ readonly history: HistoryView }>> {
  const loaded = await loadDocument(tx, visitor, id, today)
  if (loaded.state !== 'found') return loaded
  const { document } = loaded
  const texts = document.editions.length > 1 ? await editionTexts(tx, siteId, id) : []
  const editions = document.editions.map((edition, index) => {
    const [before, text] = [texts[index - 1], texts[index]]
    return {
      ...edition,
      ref: `e${edition.number}`,
      prints: document.prints.filter((print) => print.edition === edition.number),
      differences: before && text ? countDifferences(differencesBetween(before, text, BETWEEN_EDITIONS)) : null,
    }
  })
  return {
    state: 'found',
    history: {
      document,
      editions: editions.reverse(),
      mayBeSame: await mayBeSameAs(tx, visitor, id),
      mergedIds: await mergedIdsOf(tx, siteId, id),
    },
  }
}

interface NamedText {
  readonly ref: TextRef
  readonly text: ComparedText
}

/**
 * Two texts of a document, clause by clause. Without `to` the current edition; without `from` the edition before it, or
 * the next print when there is one edition alone. Null: the document has no such text.
 */
export async function loadDifferences(
  tx: Tx,
  siteId: string,
  visitor: Visitor,
  id: string,
  texts: { readonly from: string | null; readonly to: string | null },
  today: Day,
): Promise<OfDocument<{ readonly differences: DifferencesView | null }>> {
  const loaded = await loadDocument(tx, visitor, id, today)
  if (loaded.state !== 'found') return loaded
  const { document } = loaded
  const toRef = texts.to ?? `e${document.edition.number}`
  const fromRef = texts.from ?? usualFrom(document, toRef)
  const [from, to] = fromRef
    ? [await textAt(tx, siteId, document, fromRef), await textAt(tx, siteId, document, toRef)]
    : [null, null]
  if (!from || !to) {
    const gone = await goneEdition(tx, visitor, document, today, [from ? null : fromRef, to ? null : toRef])
    return gone ?? { state: 'found', differences: null }
  }
  const areEditions = from.ref.kind === 'edition' && to.ref.kind === 'edition'
  const differences = differencesBetween(from.text, to.text, areEditions ? BETWEEN_EDITIONS : BETWEEN_PRINTS)
  return {
    state: 'found',
    differences: {
      document: { id: document.id, title: document.title, docNumber: document.docNumber, url: document.url },
      from: from.ref,
      to: to.ref,
      counts: countDifferences(differences),
      differences,
    },
  }
}

/** What became of an edition that was asked for and is not there any more; null when it never was. */
async function goneEdition(
  tx: Tx,
  visitor: Visitor,
  { id }: DocumentView,
  today: Day,
  refs: readonly (string | null)[],
): Promise<Exclude<LoadedDocument, { readonly state: 'found' }> | null> {
  for (const ref of refs) {
    const number = /^e(\d{1,4})$/.exec(ref ?? '')?.[1]
    const loaded = number === undefined ? null : await loadDocument(tx, visitor, id, today, { edition: Number(number) })
    if (loaded?.state === 'gone') return loaded
  }
  return null
}

/** What the current text is usually compared with. */
function usualFrom({ editions, prints }: DocumentView, toRef: string): string | null {
  const at = editions.findIndex(({ number }) => `e${number}` === toRef)
  const before = editions[at - 1]
  if (before) return `e${before.number}`
  return prints.find(({ isMain }) => !isMain)?.ref ?? null
}

async function textAt(tx: Tx, siteId: string, document: DocumentView, ref: string): Promise<NamedText | null> {
  const edition = document.editions.find(({ number }) => `e${number}` === ref)
  if (edition) {
    const text = (await editionTexts(tx, siteId, document.id)).find(({ number }) => number === edition.number)
    return text ? { ref: { ref, kind: 'edition', name: edition.name }, text } : null
  }
  const text = await printText(tx, siteId, document.id, ref)
  const gazette = document.prints.find((print) => print.ref === ref)?.gazette
  const name = gazette ? `公报${gazette.year}年第${gazette.number}期` : (text?.fileName.split('/').at(-1) ?? '')
  return text ? { ref: { ref, kind: 'print', name }, text: withIds(text, document) } : null
}

/** A print's clauses with the ids of those that stand at the same place in the current text. */
function withIds(text: ComparedText, { elements }: DocumentView): ComparedText {
  const place = ({ part, path }: ComparedText['elements'][number]) => `${JSON.stringify(part)}|${path}`
  const ids = new Map(elements.filter(({ kind }) => kind === 'clause').map((element) => [place(element), element.id]))
  return {
    tables: text.tables,
    elements: text.elements.map((element) => ({ ...element, id: ids.get(place(element)) ?? null })),
  }
}
