import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import { assignClauseIds } from '../rules/clause-ids.ts'
import { clauseIdAt, correctedFields, gistOf, titleKey } from '../rules/derive.ts'
import {
  type NamedUnit,
  replaceAppointments,
  replaceClauseIds,
  replaceContent,
  replaceNamedUnits,
  replaceRelations,
  replaceTasks,
  setDocumentState,
  updateDocument,
} from '../store/document-writes.ts'
import { knownClauses, overridesOf } from '../store/identity.queries.ts'
import { printsOf } from '../store/print.queries.ts'
import { resolveRelations } from '../store/relation-writes.ts'

/** Finds the unit of the district that a name means on a day; see the units' own rules. */
export type UnitMatcher = (
  name: string,
  on: string | null,
) => { readonly kind: 'unit'; readonly id: string } | { readonly kind: 'group' } | { readonly kind: 'unknown' }

/**
 * Makes a document anew from its prints and its overrides: the same whatever the order in which they came. Returns the
 * ids of all documents that this changed (those that it repeals or amends show it). A document without prints is removed.
 */
export async function deriveDocument(
  tx: Tx,
  siteId: string,
  id: string,
  matchUnit: UnitMatcher,
  at: Date,
): Promise<readonly string[]> {
  const prints = await printsOf(tx, siteId, id)
  const main = prints[0]
  if (!main) {
    await setDocumentState(tx, siteId, id, 'removed', '装载它的文件已经撤回。', at)
    await replaceRelations(tx, siteId, id, [])
    return [...new Set([id, ...(await resolveRelations(tx, siteId, id))])]
  }
  const { reading } = main
  const overrides = await overridesOf(tx, siteId, id)
  const fields = correctedFields(reading, overrides)
  const { ids, clauses } = assignClauseIds(reading.elements, await knownClauses(tx, siteId, id))
  const elements = reading.elements.map((element, index) => ({ ...element, id: ids[index] ?? null }))
  const { recipients, ...columns } = fields
  await updateDocument(
    tx,
    siteId,
    {
      id,
      mainPrint: main.id,
      ...columns,
      titleKey: titleKey(fields.title),
      issuers: fields.issuer === reading.issuer ? reading.issuers : fields.issuer ? fields.issuer.split('、') : [],
      publishedAt: null,
      gist: gistOf(reading),
      hasTasks: reading.tasks.some(({ source }) => source === 'table'),
      details: { ...detailsOf(reading), recipients },
    },
    at,
  )
  await replaceContent(tx, siteId, id, { elements, tables: reading.tables }, fields.signedOn)
  await replaceClauseIds(tx, siteId, id, clauses)
  const anchor = (part: ReadDocument['elements'][number]['part'], path: string | null) =>
    clauseIdAt(elements, part, path ?? '')
  await replaceRelations(
    tx,
    siteId,
    id,
    reading.citations.map(({ effect, title, docNumber, part, path }) => ({
      effect,
      title,
      titleKey: titleKey(title),
      docNumber,
      clauseId: anchor(part, path),
    })),
  )
  await replaceTasks(
    tx,
    siteId,
    id,
    reading.tasks.map(({ part, clausePath, lines: _lines, table: _table, ...task }) => ({
      ...task,
      clauseId:
        anchor({ kind: part.kind === 'attachment' ? 'enclosure' : part.kind }, clausePath) ?? anchor(part, clausePath),
    })),
  )
  await replaceNamedUnits(tx, siteId, id, namedUnits(reading, fields.signedOn, matchUnit))
  await replaceAppointments(tx, siteId, id, reading.appointments)
  return [...new Set([id, ...(await resolveRelations(tx, siteId, id))])]
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

function namedUnits(reading: ReadDocument, on: string | null, matchUnit: UnitMatcher): NamedUnit[] {
  const named = (role: NamedUnit['role'], position: number, name: string): NamedUnit => {
    const match = matchUnit(name, on)
    return { role, position, name, unitId: match.kind === 'unit' ? match.id : null, isGroup: match.kind === 'group' }
  }
  return [
    ...reading.issuers.map((name, index) => named('issuer', index, name)),
    ...reading.tasks.flatMap((task, index) => [
      ...task.lead.map((name) => named('lead', index, name)),
      ...task.responsible.map((name) => named('responsible', index, name)),
    ]),
  ]
}
