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
import { type CorrectInput, type Correction, keyOfItem, shortWords } from './correction.ts'
import { foundCitations, foundTasks } from './found-items.ts'
import { itemAddition } from './item-addition.ts'
import { namedClause } from './named-clause.ts'

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
  const { kind, name, address } = field.value
  const read = await readItems(tx, siteId, document)
  const items = kind === 'tasks' ? taskItems(read.tasks) : citationItems(read.citations)
  const kept = await overridesOf(tx, siteId, documentId)
  if (address === 'new') return itemAddition(input, kind, items, kept)
  const value = input.value === null ? done('') : fitItemValue(field.value, input.value)
  if (!value.ok) return value
  const item = findItem(kind, address, documentId, items, kept)
  if (!item.ok) return item
  const { key, found, isLost, at } = item.value
  if (isLost && input.value !== null)
    return refused(
      'unknown-item',
      `现在的识别结果里找不到${ITEM_WORDS[kind]}“${found.words}”，不能再更正；可以用 --undo 取消原来的更正。`,
    )
  const tied =
    name === 'document' && value.value !== '' ? await checkTie(deps, tx, input, value.value) : done(undefined)
  if (!tied.ok) return tied
  const meant = name === 'clause' ? namedClause(document, value.value) : value
  if (!meant.ok) return meant
  // What a person added and takes away again is as if it had not been added.
  const isGone = found.isAdded === true && name === '' && at !== null && at >= items.length
  return done({
    override: { field: storedField(kind, key, name), value: meant.value, reason, found },
    isUndone: input.value === null || isGone,
    name: `${input.field}（${shortWords(found.words)}）`,
  })
}

interface MeantItem {
  readonly key: string
  readonly found: FoundItem
  readonly at: number | null
  readonly isLost: boolean
}

function findItem(
  kind: ItemKind,
  address: Exclude<ItemField['address'], 'new'>,
  documentId: string,
  items: readonly FoundItem[],
  kept: readonly KeptOverride[],
): Outcome<MeantItem> {
  const places = placesOf(kind, kept, items)
  const corrected = overridesByItem(kind, kept)
  if ('key' in address) {
    const { key } = address
    const known = corrected.get(key)
    const at = places.get(key) ?? null
    if (known) return done({ key, found: known.found, at, isLost: at === null })
    return refused('not-corrected', `文件 ${documentId} 没有代号为 ~${key} 的更正；kaiming corrections 列出全部更正。`)
  }
  const at = address.number - 1
  // What was corrected before keeps its key: all corrections of one piece stay together.
  const [known] = [...places].find(([, place]) => place === at) ?? []
  const found = corrected.get(known ?? '')?.found ?? items[at]
  const last = Math.max(items.length, ...[...places.values()].map((place) => (place ?? -1) + 1))
  if (!found) return refused('unknown-item', noSuchItem(documentId, kind, address.number, last))
  return done({ key: known ?? keyOfItem(kind, found), found, at, isLost: false })
}

const noSuchItem = (documentId: string, kind: ItemKind, number: number, count: number): string =>
  count === 0
    ? `文件 ${documentId} 里没有识别出${ITEM_WORDS[kind]}；要补上一项，请写 ${kind}/new。`
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
