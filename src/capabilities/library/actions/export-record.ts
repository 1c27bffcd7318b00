import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Deps } from '../../../platform/ports.ts'
import type { DocumentView } from '../contract.ts'
import { loadDocument } from '../store/document.queries.ts'
import { editionTexts } from '../store/edition.queries.ts'
import { listAllIds } from '../store/search.queries.ts'

const BATCH = 100

/** What a document is called across installations: issuer, number, title, day of signing. */
const naturalKey = ({ issuer, docNumber, title, signedOn }: DocumentView): string =>
  [issuer ?? '', docNumber ?? '', title, signedOn ?? ''].join('|')

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  )
}

type EditionText = Awaited<ReturnType<typeof editionTexts>>[number]

const withoutId = ({ id: _id, ...element }: EditionText['elements'][number]) => element

/**
 * A document's content under natural keys: nothing that depends on when or in which order it was loaded. Ids of clauses
 * do (they were given when a clause was first seen): what points to a clause names its path.
 */
function content(document: DocumentView, texts: readonly EditionText[]): unknown {
  const paths = new Map(document.elements.map(({ id, path }) => [id, path]))
  const pathOf = (clauseId: string | null) => (clauseId === null ? null : (paths.get(clauseId) ?? null))
  const {
    title,
    docNumber,
    issuer,
    kind,
    topic,
    signedOn,
    printedOn,
    recipients,
    disclosure,
    disclosureMark,
    contact,
    cc,
    enclosure,
    attachments,
  } = document
  const { effectiveFrom, validUntil, registrationNumber, elements, tables, overrides, relations, tasks, prints } =
    document
  const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name)
  return {
    key: naturalKey(document),
    title,
    docNumber,
    issuer,
    kind,
    topic,
    signedOn,
    printedOn,
    recipients,
    disclosure,
    disclosureMark,
    contact,
    cc,
    enclosure,
    attachments,
    effectiveFrom,
    validUntil,
    registrationNumber,
    elements: elements.map(withoutId),
    olderEditions: texts
      .filter(({ number }) => number !== document.edition.number)
      .map((text, index) => ({
        asOf: document.editions[index]?.asOf ?? null,
        elements: text.elements.map(withoutId),
        tables: text.tables,
      })),
    tables,
    overrides,
    relations: relations.to.map(({ effect, title: cited, docNumber: number, clauseId }) => ({
      effect,
      title: cited,
      docNumber: number,
      clause: pathOf(clauseId),
    })),
    tasks: tasks.map(({ no, path, requirement, lead, responsible, due, dueText, source, clauseId }) => ({
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
    prints: prints
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

/**
 * Writes the record's documents as JSON lines, sorted by natural key: the same bytes for the same content. With ids also
 * public ids, states and times.
 */
export async function exportRecord(
  deps: Deps,
  input: {
    readonly siteId: string
    readonly folder: string
    readonly withIds: boolean
    readonly onProgress?: (done: number) => void
  },
): Promise<number> {
  const { siteId, folder, withIds } = input
  const lines: { readonly key: string; readonly text: string }[] = []
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const ids: readonly string[] = await deps.database.read(siteId, (tx) => listAllIds(tx, siteId, from, BATCH))
    if (ids.length === 0) break
    for (const id of ids) {
      const [loaded, texts] = await deps.database.read(siteId, async (tx) => {
        const document = await loadDocument(tx, { kind: 'staff', name: 'export' }, id, deps.clock.today())
        const isAmended = document.state === 'found' && document.document.editions.length > 1
        return [document, isAmended ? await editionTexts(tx, siteId, id) : []] as const
      })
      if (loaded.state !== 'found') continue
      const { document } = loaded
      const extra = withIds
        ? {
            id,
            state: document.edition.state,
            updatedAt: document.updatedAt,
            clauseIds: document.elements.map((element) => element.id),
          }
        : {}
      lines.push({
        key: naturalKey(document),
        text: JSON.stringify(sortKeys({ ...(content(document, texts) as object), ...extra })),
      })
    }
    after = ids.at(-1) ?? null
    input.onProgress?.(lines.length)
  }
  lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.text < b.text ? -1 : 1))
  await mkdir(folder, { recursive: true })
  const file = createWriteStream(join(folder, 'documents.jsonl'))
  for (const { text } of lines) file.write(`${text}\n`)
  file.end()
  await finished(file)
  return lines.length
}
