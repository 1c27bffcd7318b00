import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import { clauseIdAt, correctedFields, type Fields, gistOf, titleKey } from '../rules/derive.ts'
import { editionsOf, mergedReading } from '../rules/editions.ts'
import { interpretedTitle } from '../rules/interpretation.ts'
import { listedEffect } from '../rules/listed-effects.ts'
import {
  type DerivedRelation,
  type DerivedTask,
  type NamedUnit,
  replaceAppointments,
  replaceNamedUnits,
  replaceRelations,
  replaceTasks,
  updateDocument,
} from '../store/document-writes.ts'
import { overridesOf, type StoredOverride } from '../store/identity.queries.ts'
import { emptyDocument, markRemoved } from '../store/identity-writes.ts'
import { printsOf, type StoredPrint } from '../store/print.queries.ts'
import { resolveRelations } from '../store/relation-writes.ts'
import { type Elements, writeEditions } from './write-editions.ts'

/** Finds the unit of the district that a name means on a day; see the units' own rules. */
export type UnitMatcher = (
  name: string,
  on: string | null,
) => { readonly kind: 'unit'; readonly id: string } | { readonly kind: 'group' } | { readonly kind: 'unknown' }

/** What deriving needs beside the ids. */
export interface DeriveContext {
  readonly siteId: string
  readonly matchUnit: UnitMatcher
  readonly at: Date
  /** Why a document without prints is gone, in Chinese. */
  readonly removedBecause?: string
}

/**
 * Makes documents anew from their prints and their overrides: the same whatever the order in which they came. Returns the
 * ids of all documents that this changed (those that are repealed or amended by them show it). A document without prints
 * is removed. `created` have one print, this one, and nothing yet that would have to be taken away.
 */
export async function deriveDocuments(
  tx: Tx,
  context: DeriveContext,
  ids: readonly string[],
  created: ReadonlyMap<string, StoredPrint> = new Map(),
): Promise<readonly string[]> {
  for (const id of ids) {
    const print = created.get(id)
    if (print) await derivePrinted(tx, context, id, [print], [], true)
    else await deriveOne(tx, context, id)
  }
  const areNew = ids.every((id) => created.has(id))
  const touched = await resolveRelations(tx, context.siteId, ids, areNew)
  return [...new Set([...ids, ...touched])].sort()
}

async function deriveOne(tx: Tx, context: DeriveContext, id: string): Promise<void> {
  const { siteId, at, removedBecause = '装载它的文件已经撤回。' } = context
  const prints = await printsOf(tx, siteId, id)
  if (prints.length === 0) {
    await markRemoved(tx, siteId, id, removedBecause, at)
    await emptyDocument(tx, siteId, id)
    return
  }
  await derivePrinted(tx, context, id, prints, await overridesOf(tx, siteId, id), false)
}

async function derivePrinted(
  tx: Tx,
  { siteId, matchUnit, at }: DeriveContext,
  id: string,
  prints: readonly StoredPrint[],
  overrides: readonly StoredOverride[],
  isNew: boolean,
): Promise<void> {
  const editions = editionsOf(prints)
  const [first, last] = [editions[0], editions.at(-1)]
  if (!first || !last) throw new Error(`document ${id} has prints without an edition`)
  const reading = mergedReading(first.main.reading, last.main.reading)
  const fields = correctedFields(reading, overrides)
  const { recipients, ...columns } = fields
  const issuers = fields.issuer === reading.issuer ? reading.issuers : (fields.issuer?.split('、') ?? [])
  await updateDocument(
    tx,
    siteId,
    {
      id,
      mainPrint: last.main.id,
      edition: editions.length,
      ...columns,
      titleKey: titleKey(fields.title),
      issuers,
      gist: gistOf(reading),
      hasTasks: reading.tasks.some(({ source }) => source === 'table'),
      details: { ...detailsOf(reading), recipients },
    },
    at,
  )
  const elements = await writeEditions(tx, siteId, id, editions, fields.signedOn, isNew)
  await replaceRelations(tx, siteId, id, relationsOf(reading, elements), isNew)
  await replaceTasks(tx, siteId, id, tasksOf(reading, elements), isNew)
  await replaceNamedUnits(tx, siteId, id, namedUnits(reading, fields, issuers, matchUnit), isNew)
  await replaceAppointments(tx, siteId, id, reading.appointments, isNew)
}

/**
 * What the document says of others, each at the clause that says it; an interpretation names what it interprets, and a
 * notice what it issues, which may stand in the library by itself.
 */
function relationsOf(reading: ReadDocument, elements: Elements): DerivedRelation[] {
  const interpreted = interpretedTitle(reading.title)
  const interpretedKey = interpreted === null ? null : titleKey(interpreted)
  const cited = reading.citations.map((citation) => {
    const { title, docNumber, part, path } = citation
    const key = titleKey(title)
    return {
      effect: key === interpretedKey ? ('interpreted-by' as const) : listedEffect(reading, citation),
      title,
      titleKey: key,
      docNumber,
      clauseId: clauseIdAt(elements, part, path),
    }
  })
  const named = (effect: DerivedRelation['effect'], title: string | null): DerivedRelation[] =>
    title === null || cited.some((relation) => relation.titleKey === titleKey(title))
      ? []
      : [{ effect, title, titleKey: titleKey(title), docNumber: null, clauseId: null }]
  return [...named('interpreted-by', interpreted), ...named('issues', reading.enclosure), ...cited]
}

function tasksOf(reading: ReadDocument, elements: Elements): DerivedTask[] {
  return reading.tasks.map(({ part, clausePath, lines: _lines, table: _table, ...task }) => {
    const place = part.kind === 'attachment' ? ({ kind: 'enclosure' } as const) : part
    return {
      ...task,
      clauseId: clauseIdAt(elements, place, clausePath ?? '') ?? clauseIdAt(elements, part, clausePath ?? ''),
    }
  })
}

function detailsOf(reading: ReadDocument): Record<string, unknown> {
  const { contact, cc, enclosure, attachments, disclosure, disclosureMark, registrationNumber, validity, findings } =
    reading
  return {
    contact,
    cc,
    enclosure,
    attachments,
    disclosure,
    disclosureMark,
    registrationNumber,
    isTrial: validity.isTrial,
    validityText: validity.text,
    findings,
  }
}

function namedUnits(
  reading: ReadDocument,
  { signedOn }: Fields,
  issuers: readonly string[],
  matchUnit: UnitMatcher,
): NamedUnit[] {
  const named = (role: NamedUnit['role'], position: number, name: string): NamedUnit => {
    const match = matchUnit(name, signedOn)
    return { role, position, name, unitId: match.kind === 'unit' ? match.id : null, isGroup: match.kind === 'group' }
  }
  return [
    ...issuers.map((name, index) => named('issuer', index, name)),
    ...reading.tasks.flatMap((task, index) => [
      ...task.lead.map((name) => named('lead', index, name)),
      ...task.responsible.map((name) => named('responsible', index, name)),
    ]),
  ]
}
