import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Deps } from '../../../platform/ports.ts'
import type { DocumentView } from '../contract.ts'
import { loadDocument } from '../store/document.queries.ts'
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

/** A document's content under natural keys: nothing that depends on when or in which order it was loaded. */
function content(document: DocumentView): unknown {
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
    elements,
    tables,
    overrides,
    relations: relations.to.map(({ effect, title: cited, docNumber: number, clauseId }) => ({
      effect,
      title: cited,
      docNumber: number,
      clauseId,
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
      clauseId,
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
      const loaded = await deps.database.read(siteId, (tx) =>
        loadDocument(tx, { kind: 'staff', name: 'export' }, id, deps.clock.today()),
      )
      if (loaded.state !== 'found') continue
      const { document } = loaded
      const extra = withIds ? { id, state: document.edition.state, updatedAt: document.updatedAt } : {}
      lines.push({
        key: naturalKey(document),
        text: JSON.stringify(sortKeys({ ...(content(document) as object), ...extra })),
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
