import type { Finding } from '../../../reader/types.ts'
import { addedCitation, addedTask, isTheAdded } from './added-items.ts'
import { titleKey } from './derive.ts'
import { type Effect, ITEM_FIELDS, ITEM_WORDS, type ItemKind, unitList } from './item-fields.ts'
import {
  citationItems,
  type FoundCitation,
  type FoundItem,
  type FoundTask,
  placeItems,
  taskItems,
} from './item-places.ts'

/** A correction as it is kept. */
export interface KeptOverride {
  readonly field: string
  readonly value: string
  readonly reason: string
  /** Null for a field of the document itself. */
  readonly found: FoundItem | null
}

/** A piece that stands, with its number in the order of the text: one that is taken away leaves a gap. */
type Placed<Item> = Item & { readonly position: number }

/** A task as it stands after a person's corrections. */
export type CorrectedTask = Placed<FoundTask>

/** A citation with the document that a person says it means; '' for none, null where its number and title say it. */
export type CorrectedCitation = Placed<FoundCitation> & { readonly tiedTo: string | null }

interface Corrected<Item> {
  readonly items: readonly Item[]
  /** Where each correction stands now, by its stored field; null when what it corrected is found no more. */
  readonly places: ReadonlyMap<string, number | null>
}

/** What a person wrote of one piece, by the names of its fields; '' is the piece itself. */
type Values = ReadonlyMap<string, string>

const STORED = /^(tasks|citations)\/~([0-9a-f]{8})(?:\/([A-Za-z]+))?$/

/** The corrections of a document's tasks or citations, by the key of the piece. */
export function overridesByItem(
  kind: ItemKind,
  overrides: readonly KeptOverride[],
): ReadonlyMap<string, { readonly found: FoundItem; readonly values: Values; readonly fields: readonly string[] }> {
  const byKey = new Map<string, { found: FoundItem; values: Map<string, string>; fields: string[] }>()
  for (const { field, value, found } of overrides) {
    const [, of, key = '', name = ''] = STORED.exec(field) ?? []
    if (of !== kind || found === null) continue
    const item = byKey.get(key) ?? { found, values: new Map<string, string>(), fields: [] as string[] }
    item.values.set(name, value)
    item.fields.push(field)
    byKey.set(key, item)
  }
  return byKey
}

/** The pieces of a document that people added, by their key. */
export const additionsOf = (kind: ItemKind, overrides: readonly KeptOverride[]): ReadonlyMap<string, FoundItem> =>
  new Map(
    [...overridesByItem(kind, overrides)]
      .flatMap(([key, { found }]): [string, FoundItem][] => (found.isAdded ? [[key, found]] : []))
      .sort(([, one], [, other]) => one.nth - other.nth),
  )

/**
 * By which number each corrected piece stands among those that are read now, by its key; what people added stands behind
 * them, or where a better reader reads it now.
 */
export function placesOf(
  kind: ItemKind,
  overrides: readonly KeptOverride[],
  items: readonly FoundItem[],
): ReadonlyMap<string, number | null> {
  const words = kind === 'tasks' ? 'requirement' : 'title'
  const sought = [...overridesByItem(kind, overrides)].flatMap(([key, { found, values }]) => {
    const corrected = values.get(words)
    return found.isAdded ? [] : [{ key, found, corrected: corrected === undefined ? [] : [corrected] }]
  })
  const places = new Map(placeItems(kind, sought, items))
  const taken = new Set(places.values())
  for (const [key, added] of additionsOf(kind, overrides)) {
    const at = items.findIndex((now, place) => !taken.has(place) && isTheAdded(added, now))
    // Of a document that became part of another the additions are numbered like those of the other.
    let behind = items.length + added.nth
    while (at < 0 && taken.has(behind)) behind++
    places.set(key, at < 0 ? behind : at)
    taken.add(at < 0 ? behind : at)
  }
  return places
}

function corrected<Item, Made>(
  kind: ItemKind,
  overrides: readonly KeptOverride[],
  found: readonly Item[],
  items: readonly FoundItem[],
  added: (item: FoundItem) => Item,
  apply: (item: Placed<Item>, values: Values) => Made,
): Corrected<Made> {
  const places = placesOf(kind, overrides, items)
  const byItem = overridesByItem(kind, overrides)
  const valuesAt = new Map([...byItem].map(([key, { values }]) => [places.get(key) ?? -1, values]))
  const none: Values = new Map()
  const behind = [...additionsOf(kind, overrides)]
    .map(([key, item]) => ({ ...added(item), position: places.get(key) ?? -1 }))
    .filter(({ position }) => position >= found.length)
    .sort((one, other) => one.position - other.position)
  return {
    items: [...found.map((item, position) => ({ ...item, position })), ...behind].flatMap((item) => {
      const values = valuesAt.get(item.position) ?? none
      return values.get('') === '' ? [] : [apply(item, values)]
    }),
    places: new Map(
      [...byItem].flatMap(([key, { fields }]) => fields.map((field) => [field, places.get(key) ?? null] as const)),
    ),
  }
}

/** The tasks of a document with what a person corrected in them. */
export const correctedTasks = (
  found: readonly FoundTask[],
  overrides: readonly KeptOverride[],
): Corrected<CorrectedTask> => corrected('tasks', overrides, found, taskItems(found), addedTask, correctTask)

function correctTask(task: CorrectedTask, values: Values): CorrectedTask {
  if (values.size === 0) return task
  const due = values.get('due')
  return {
    ...task,
    requirement: values.get('requirement') ?? task.requirement,
    ...unitsOf(task, values),
    // The words of the print spoke of the limit that was wrong.
    ...(due === undefined ? {} : { due: due === '' ? null : due, dueText: null }),
    clauseId: clauseOf(task, values),
  }
}

function clauseOf({ clauseId }: { readonly clauseId: string | null }, values: Values): string | null {
  const clause = values.get('clause')
  return clause === undefined ? clauseId : clause === '' ? null : clause
}

/** Who leads is responsible too: a corrected leader takes the place of the former, and one who is not responsible leads no more. */
function unitsOf(found: FoundTask, values: Values): Pick<FoundTask, 'lead' | 'responsible'> {
  const [named, all] = [values.get('lead'), values.get('responsible')]
  if (named === undefined && all === undefined) return { lead: found.lead, responsible: found.responsible }
  const others = all === undefined ? found.responsible.filter((name) => !found.lead.includes(name)) : unitList(all)
  const lead = named === undefined ? found.lead.filter((name) => others.includes(name)) : unitList(named)
  return { lead, responsible: [...lead.filter((name) => !others.includes(name)), ...others] }
}

/** What a document says of others with what a person corrected in it. */
export const correctedCitations = (
  found: readonly FoundCitation[],
  overrides: readonly KeptOverride[],
): Corrected<CorrectedCitation> =>
  corrected('citations', overrides, found, citationItems(found), addedCitation, correctCitation)

function correctCitation(citation: Placed<FoundCitation>, values: Values): CorrectedCitation {
  const title = values.get('title') ?? citation.title
  const docNumber = values.get('docNumber')
  return {
    ...citation,
    title,
    titleKey: title === citation.title ? citation.titleKey : titleKey(title),
    docNumber: docNumber === undefined ? citation.docNumber : docNumber === '' ? null : docNumber,
    effect: (values.get('effect') as Effect | undefined) ?? citation.effect,
    clauseId: clauseOf(citation, values),
    tiedTo: values.get('document') ?? null,
  }
}

/** What a clerk is told of corrections that lie on nothing any more. */
export function lostCorrections(
  documentId: string,
  overrides: readonly KeptOverride[],
  places: ReadonlyMap<string, number | null>,
): Finding[] {
  return overrides.flatMap(({ field, value, reason, found }) => {
    const [, kind, , name = ''] = STORED.exec(field) ?? []
    if (found === null || kind === undefined || (places.get(field) ?? null) !== null) return []
    const item = kind as ItemKind
    const what = name === '' ? '整项去掉' : `${ITEM_FIELDS[item][name]}更正为“${value}”`
    const words = found.words.length > 40 ? `${found.words.slice(0, 40)}…` : found.words
    const message = `有一项更正没有生效：现在的识别结果里找不到${ITEM_WORDS[item]}“${words}”（${what}，理由：${reason}）。请核对；不再需要的，用 kaiming correct ${documentId} ${field} --undo 取消。`
    return [{ code: 'correction-lost', severity: 'warning', message, line: null }]
  })
}
