import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Deps, Tx } from '../../../platform/ports.ts'
import type { DocumentView } from '../contract.ts'
import { type KeptOverride, overridesByItem, placesOf } from '../rules/corrected-items.ts'
import { editionsOf, mergedReading } from '../rules/editions.ts'
import {
  fitItemValue,
  ITEM_WORDS,
  type ItemField,
  type ItemKind,
  readItemField,
  storedField,
} from '../rules/item-fields.ts'
import { citationItems, type FoundCitation, type FoundItem, type FoundTask, taskItems } from '../rules/item-places.ts'
import { loadDocument } from '../store/document.queries.ts'
import { overridesOf } from '../store/override.queries.ts'
import { printsOf } from '../store/print.queries.ts'
import type { CorrectInput, Correction } from './correction.ts'
import { foundCitations, foundTasks } from './found-items.ts'

/** Signs of the hash of what was corrected that name it while it stands nowhere. */
const KEY_SIGNS = 8

/** What the reader found in a document, before anything that people corrected. */
export async function readItems(
  tx: Tx,
  siteId: string,
  { id, title, elements }: Pick<DocumentView, 'id' | 'title' | 'elements'>,
): Promise<{ readonly tasks: readonly FoundTask[]; readonly citations: readonly FoundCitation[] }> {
  const editions = editionsOf(await printsOf(tx, siteId, id))
  const [first, last] = [editions[0], editions.at(-1)]
  if (!first || !last) return { tasks: [], citations: [] }
  const reading = { ...mergedReading(first.main.reading, last.main.reading), title }
  return { tasks: foundTasks(reading, elements), citations: foundCitations(reading, elements) }
}

/** The correction of one task or citation, tied to what the reader found there; refused when there is no such one. */
export async function itemCorrection(
  deps: Deps,
  tx: Tx,
  input: CorrectInput,
  document: DocumentView,
): Promise<Outcome<Correction>> {
  const { siteId, documentId, reason } = input
  const field = readItemField(input.field)
  if (!field.ok) return field
  const value = input.value === null ? done('') : fitItemValue(field.value, input.value)
  if (!value.ok) return value
  const { kind, name } = field.value
  const read = await readItems(tx, siteId, document)
  const items = kind === 'tasks' ? taskItems(read.tasks) : citationItems(read.citations)
  const kept = await overridesOf(tx, siteId, documentId)
  const item = findItem(field.value, documentId, items, kept)
  if (!item.ok) return item
  const { key, found, isLost } = item.value
  if (isLost && input.value !== null)
    return refused(
      'unknown-item',
      `现在的识别结果里找不到${ITEM_WORDS[kind]}“${found.words}”，不能再更正；可以用 --undo 取消原来的更正。`,
    )
  const tied =
    name === 'document' && value.value !== '' ? await checkTie(deps, tx, input, value.value) : done(undefined)
  if (!tied.ok) return tied
  const words = found.words.length > 30 ? `${found.words.slice(0, 30)}…` : found.words
  return done({
    override: { field: storedField(kind, key, name), value: value.value, reason, found },
    isUndone: input.value === null,
    name: `${input.field}（${words}）`,
  })
}

function findItem(
  { kind, address }: ItemField,
  documentId: string,
  items: readonly FoundItem[],
  kept: readonly KeptOverride[],
): Outcome<{ readonly key: string; readonly found: FoundItem; readonly isLost: boolean }> {
  const places = placesOf(kind, kept, items)
  const corrected = overridesByItem(kind, kept)
  if ('key' in address) {
    const { key } = address
    const known = corrected.get(key)
    if (known) return done({ key, found: known.found, isLost: (places.get(key) ?? null) === null })
    return refused('not-corrected', `文件 ${documentId} 没有代号为 ~${key} 的更正；kaiming corrections 列出全部更正。`)
  }
  const at = address.number - 1
  const found = items[at]
  if (!found) return refused('unknown-item', noSuchItem(documentId, kind, address.number, items.length))
  // What was corrected before keeps its key: all corrections of one piece stay together.
  const [known] = [...places].find(([, place]) => place === at) ?? []
  if (known !== undefined) return done({ key: known, found: corrected.get(known)?.found ?? found, isLost: false })
  const key = createHash('sha256')
    .update(JSON.stringify([kind, found]))
    .digest('hex')
    .slice(0, KEY_SIGNS)
  return done({ key, found, isLost: false })
}

const noSuchItem = (documentId: string, kind: ItemKind, number: number, count: number): string =>
  count === 0
    ? `文件 ${documentId} 里没有识别出${ITEM_WORDS[kind]}。`
    : `文件 ${documentId} 没有第 ${number} 项${ITEM_WORDS[kind]}，只有 1 到 ${count} 项；kaiming fields ${documentId} 列出全部。`

/** A citation may be tied to any other document of the library that is there. */
async function checkTie(deps: Deps, tx: Tx, { actor, documentId }: CorrectInput, to: string): Promise<Outcome<void>> {
  if (to === documentId) return refused('unfit-value', '引用不能指向这份文件自己。')
  const loaded = await loadDocument(tx, { kind: 'staff', name: actor.name }, to, deps.clock.today())
  if (loaded.state === 'moved')
    return refused('already-merged', `文件 ${to} 已经并入 ${loaded.to}，请写 ${loaded.to}。`)
  if (loaded.state === 'gone') return refused('unknown-document', `文件 ${to} 已经撤回：${loaded.reason}`)
  if (loaded.state === 'unknown') return refused('unknown-document', `没有编号为 ${to} 的文件。`)
  return done(undefined)
}
