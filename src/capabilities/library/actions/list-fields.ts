import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import type { ReadTable } from '../../../reader/types.ts'
import type { DocumentView } from '../contract.ts'
import { isTextOverride } from '../rules/corrected-text.ts'
import { correctableFields } from '../rules/derive.ts'
import { EFFECTS } from '../rules/item-fields.ts'
import { loadDocument } from '../store/document.queries.ts'
import { readItems } from './item-correction.ts'

/** A field with the name under which it is corrected. */
export interface ListedField {
  readonly field: string
  /** What holds now, corrections included; null: there is none. */
  readonly value: string | null
  /** 已更正, 已去掉, or where a citation leads. */
  readonly note: string | null
}

/** Everything of a document that a person can correct, in the words of the command that does it. */
export async function listFields(
  deps: Deps,
  { siteId, actor, documentId }: { readonly siteId: string; readonly actor: Actor; readonly documentId: string },
): Promise<Outcome<readonly ListedField[]>> {
  return deps.database.read(siteId, async (tx) => {
    const loaded = await loadDocument(tx, { kind: 'staff', name: actor.name }, documentId, deps.clock.today())
    if (loaded.state === 'moved') return refused('already-merged', `文件 ${documentId} 已经并入 ${loaded.to}。`)
    if (loaded.state !== 'found') return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
    const { document } = loaded
    const read = await readItems(tx, siteId, document)
    const corrected = new Set(document.overrides.map(({ field }) => field))
    const listed = (field: string, value: string | null, note: string | null = null): ListedField => ({
      field,
      value,
      note: [note, corrected.has(field) ? '已更正' : null].filter((part) => part !== null).join('，') || null,
    })
    const added = (field: string, value: string | null, note: string | null = null): ListedField => ({
      field,
      value,
      note: [note, '补上的'].filter((part) => part !== null).join('，'),
    })
    return done([
      ...correctableFields.map((field) => listed(field, document[field])),
      ...read.tasks.flatMap(({ requirement }, at) => taskFields(document, at, requirement, listed)),
      ...addedNumbers(document.tasks, read.tasks.length).flatMap((at) => taskFields(document, at, '', added)),
      listed('tasks/new', null, '补上漏掉的一项任务'),
      ...read.citations.flatMap(({ title }, at) => citationFields(document, at, title, listed)),
      ...addedNumbers(document.relations.to, read.citations.length).flatMap((at) =>
        citationFields(document, at, '', added),
      ),
      listed('citations/new', null, '补上漏掉的一处引用，写成 《标题》（文号）'),
      ...textFields(document),
      ...textOverrides(document.overrides),
    ])
  })
}

/** The places, counted from 0, of what people added behind what was read. */
const addedNumbers = (items: readonly { readonly ref: string }[], read: number): number[] =>
  items.map(({ ref }) => Number(ref.split('/')[1]) - 1).filter((at) => at >= read)

type Listing = (field: string, value: string | null, note?: string | null) => ListedField

function taskFields(document: DocumentView, at: number, read: string, listed: Listing): ListedField[] {
  const ref = `tasks/${at + 1}`
  const task = document.tasks.find((one) => one.ref === ref)
  if (!task) return [listed(ref, read, '已去掉')]
  const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name).join('、') || null
  return [
    listed(`${ref}/requirement`, task.requirement),
    listed(`${ref}/lead`, names(task.lead)),
    listed(`${ref}/responsible`, names(task.responsible)),
    listed(`${ref}/due`, task.due),
    listed(`${ref}/clause`, task.clauseId),
  ]
}

function citationFields(document: DocumentView, at: number, read: string, listed: Listing): ListedField[] {
  const ref = `citations/${at + 1}`
  const citation = document.relations.to.find((one) => one.ref === ref)
  if (!citation) return [listed(ref, read, document.overrides.some(({ field }) => field === ref) ? '已去掉' : null)]
  return [
    listed(`${ref}/title`, citation.title),
    listed(`${ref}/docNumber`, citation.docNumber),
    listed(`${ref}/effect`, citation.effect, EFFECTS[citation.effect]),
    listed(`${ref}/document`, citation.document?.id ?? null, citation.document?.title ?? null),
    listed(`${ref}/clause`, citation.clauseId),
  ]
}

/** The pieces of the text: what may be given its right words, a row of a table each in one line. */
function textFields({ elements, tables }: DocumentView): ListedField[] {
  return elements.flatMap((element, at): ListedField[] => {
    const ref = `text/${at + 1}`
    const table = element.kind === 'table' ? tables[element.table] : undefined
    if (table) return tableFields(ref, table)
    if (element.kind === 'table') return []
    const note = element.kind === 'clause' && element.id !== null ? `text/${element.id}` : null
    return [{ field: ref, value: element.text, note }]
  })
}

function tableFields(ref: string, { title, unitNote, columns, rows, bands, notes }: ReadTable): ListedField[] {
  const one = (slot: string, value: string, note: string | null = null) => ({ field: `${ref}/${slot}`, value, note })
  const row = (cells: readonly string[], at: number) =>
    one(`${at}/1`, cells.join('｜'), `逐格写 ${ref}/${at}/1、${ref}/${at}/2……`)
  return [
    ...(title === null ? [] : [one('title', title)]),
    ...(unitNote === null ? [] : [one('unit', unitNote)]),
    ...[columns, ...rows].map(row),
    ...bands.map(({ text }, at) => one(`bands/${at + 1}`, text)),
    ...notes.map((text, at) => one(`notes/${at + 1}`, text)),
  ]
}

/** What people said of the text, by the field under which it is undone. */
const textOverrides = (overrides: DocumentView['overrides']): ListedField[] =>
  overrides.flatMap(({ field, value, found, isLost }) =>
    isTextOverride(field) && found !== null
      ? [{ field, value, note: `${isLost ? '没有生效' : '已更正'}，原来读作：${found}` }]
      : [],
  )
