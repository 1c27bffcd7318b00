import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import { type CorrectedTask, correctedCitations, correctedTasks, lostCorrections } from '../rules/corrected-items.ts'
import { lostTextCorrections } from '../rules/corrected-text.ts'
import { correctedFields, type Fields, titleKey } from '../rules/derive.ts'
import { editionsOf, mergedReading } from '../rules/editions.ts'
import { gistOf } from '../rules/gist.ts'
import {
  type NamedUnit,
  replaceAppointments,
  replaceNamedUnits,
  replaceRelations,
  replaceTasks,
  updateDocument,
} from '../store/document-writes.ts'
import { emptyDocument, markRemoved } from '../store/identity-writes.ts'
import { noteItems, overridesOf, type StoredOverride } from '../store/override.queries.ts'
import { printsOf, type StoredPrint } from '../store/print.queries.ts'
import { resolveRelations, targetsOf } from '../store/relation-writes.ts'
import { correctPrints, textPlaces } from './corrected-prints.ts'
import { foundCitations, foundTasks } from './found-items.ts'
import { writeEditions } from './write-editions.ts'

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
 * ids of all documents that this changed (those that they repeal, amend, or name no more show it). A document without prints
 * is removed. `created` have one print, this one, and nothing yet that would have to be taken away.
 */
export async function deriveDocuments(
  tx: Tx,
  context: DeriveContext,
  ids: readonly string[],
  created: ReadonlyMap<string, StoredPrint> = new Map(),
): Promise<readonly string[]> {
  const areNew = ids.every((id) => created.has(id))
  const named = areNew ? new Set<string>() : await targetsOf(tx, context.siteId, ids)
  for (const id of ids) {
    const print = created.get(id)
    if (print) await derivePrinted(tx, context, id, [print], [], true)
    else await deriveOne(tx, context, id)
  }
  const touched = await resolveRelations(tx, context.siteId, ids, areNew)
  const still = named.size > 0 ? await targetsOf(tx, context.siteId, ids) : named
  return [...new Set([...ids, ...touched, ...[...named].filter((id) => !still.has(id))])].sort()
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
  const texts = correctPrints(prints, overrides)
  const fields = correctedFields(reading, overrides)
  const { recipients, ...columns } = fields
  const issuers = fields.issuer === reading.issuer ? reading.issuers : (fields.issuer?.split('、') ?? [])
  const { number, elements } = await writeEditions(tx, siteId, id, editions, fields.signedOn, isNew, texts)
  const citations = correctedCitations(foundCitations({ ...reading, title: fields.title }, elements), overrides)
  const tasks = correctedTasks(foundTasks(reading, elements), overrides)
  const places = new Map([...citations.places, ...tasks.places, ...textPlaces(editions, texts, overrides)])
  const findings = [
    ...reading.findings,
    ...lostCorrections(id, overrides, places),
    ...lostTextCorrections(id, overrides, places),
  ]
  await noteItems(tx, siteId, id, places)
  await updateDocument(
    tx,
    siteId,
    {
      id,
      mainPrint: last.main.id,
      edition: number,
      ...columns,
      titleKey: titleKey(fields.title),
      issuers,
      gist: gistOf({ elements }),
      hasTasks: tasks.items.some(({ source }) => source === 'table'),
      details: { ...detailsOf(reading), findings, recipients, editions: editions.length, tasks: tasks.items.length },
    },
    at,
  )
  await replaceRelations(tx, siteId, id, citations.items, isNew)
  await replaceTasks(tx, siteId, id, tasks.items, isNew)
  await replaceNamedUnits(tx, siteId, id, namedUnits(tasks.items, fields, issuers, matchUnit), isNew)
  await replaceAppointments(tx, siteId, id, reading.appointments, isNew)
}

function detailsOf(reading: ReadDocument): Record<string, unknown> {
  const { contact, cc, enclosure, attachments, disclosure, disclosureMark, registrationNumber, validity } = reading
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
  }
}

function namedUnits(
  tasks: readonly CorrectedTask[],
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
    ...tasks.flatMap(({ position, lead, responsible }) => [
      ...lead.map((name) => named('lead', position, name)),
      ...responsible.map((name) => named('responsible', position, name)),
    ]),
  ]
}
