import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { ReadElement, ReadTable } from '../../../reader/types.ts'
import type { KnownClause } from '../rules/clause-ids.ts'

/** What a document's row holds once it is derived from its main print. */
export interface DerivedDocument {
  readonly id: string
  readonly mainPrint: number
  readonly title: string
  readonly titleKey: string
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly issuers: readonly string[]
  readonly kind: string | null
  readonly topic: string | null
  readonly signedOn: string | null
  readonly printedOn: string | null
  readonly publishedAt: string | null
  readonly effectiveFrom: string | null
  readonly validUntil: string | null
  readonly gist: string | null
  readonly hasTasks: boolean
  /** Fields that are shown, not asked for: recipients, contact, copies, attachments. */
  readonly details: Readonly<Record<string, unknown>>
}

export interface DerivedRelation {
  readonly effect: string
  readonly title: string
  readonly titleKey: string
  readonly docNumber: string | null
  readonly clauseId: string | null
}

export interface DerivedTask {
  readonly no: number | null
  readonly path: readonly string[]
  readonly requirement: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly due: string | null
  readonly dueText: string | null
  readonly source: 'table' | 'prose'
  readonly clauseId: string | null
}

export interface NamedUnit {
  readonly role: 'issuer' | 'lead' | 'responsible'
  readonly position: number
  readonly name: string
  readonly unitId: string | null
  readonly isGroup: boolean
}

/** Rows of one INSERT: parameters stay below PostgreSQL's limit of 65,535. */
const CHUNK = 400

async function insertMany<Item>(
  tx: Tx,
  head: SQL,
  items: readonly Item[],
  row: (item: Item, index: number) => SQL,
): Promise<void> {
  for (let from = 0; from < items.length; from += CHUNK) {
    const rows = items.slice(from, from + CHUNK).map((item, index) => row(item, from + index))
    await tx.execute(sql`${head} VALUES ${sql.join(rows, sql`, `)}`)
  }
}

const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::jsonb`

export async function nextSerial(tx: Tx, siteId: string, year: number): Promise<number> {
  const { rows } = await tx.execute<{ last: number }>(
    sql`INSERT INTO document_serials (site_id, year, last) VALUES (${siteId}, ${year}, 1)
      ON CONFLICT (site_id, year) DO UPDATE SET last = document_serials.last + 1 RETURNING last`,
  )
  return rows[0]?.last ?? 1
}

export async function insertDocument(
  tx: Tx,
  siteId: string,
  id: string,
  identity: string,
  title: string,
  at: Date,
): Promise<void> {
  await tx.execute(sql`INSERT INTO documents (site_id, id, identity, state, title, title_key, loaded_at, updated_at)
    VALUES (${siteId}, ${id}, ${identity}, 'released', ${title}, '', ${at.toISOString()}, ${at.toISOString()})`)
}

export async function updateDocument(tx: Tx, siteId: string, document: DerivedDocument, at: Date): Promise<void> {
  await tx.execute(sql`UPDATE documents SET main_print = ${document.mainPrint}, title = ${document.title}, title_key = ${document.titleKey},
    doc_number = ${document.docNumber}, issuer = ${document.issuer}, issuers = ${json(document.issuers)}, kind = ${document.kind},
    topic = ${document.topic}, signed_on = ${document.signedOn}, printed_on = ${document.printedOn}, published_at = ${document.publishedAt},
    effective_from = ${document.effectiveFrom}, valid_until = ${document.validUntil}, gist = ${document.gist}, has_tasks = ${document.hasTasks},
    details = ${json(document.details)}, updated_at = ${at.toISOString()}
    WHERE site_id = ${siteId} AND id = ${document.id}`)
}

export async function setDocumentState(
  tx: Tx,
  siteId: string,
  id: string,
  state: 'released' | 'withdrawn' | 'removed',
  reason: string | null,
  at: Date,
): Promise<void> {
  await tx.execute(
    sql`UPDATE documents SET state = ${state}, state_reason = ${reason}, updated_at = ${at.toISOString()} WHERE site_id = ${siteId} AND id = ${id}`,
  )
}

/** Replaces the first edition's text and everything derived from it. */
export async function replaceContent(
  tx: Tx,
  siteId: string,
  documentId: string,
  content: {
    readonly elements: readonly (ReadElement & { readonly id: string | null })[]
    readonly tables: readonly ReadTable[]
  },
  asOf: string | null,
): Promise<void> {
  await tx.execute(sql`INSERT INTO editions (site_id, document_id, number, as_of, state, content)
    VALUES (${siteId}, ${documentId}, 1, ${asOf}, 'released', ${json(content)})
    ON CONFLICT (site_id, document_id, number) DO UPDATE SET as_of = excluded.as_of, content = excluded.content`)
}

export async function replaceRelations(
  tx: Tx,
  siteId: string,
  documentId: string,
  relations: readonly DerivedRelation[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM relations WHERE site_id = ${siteId} AND from_id = ${documentId}`)
  await insertMany(
    tx,
    sql`INSERT INTO relations (site_id, from_id, position, effect, title, title_key, doc_number, clause_id)`,
    relations,
    ({ effect, title, titleKey, docNumber, clauseId }, index) =>
      sql`(${siteId}, ${documentId}, ${index}, ${effect}, ${title}, ${titleKey}, ${docNumber}, ${clauseId})`,
  )
}

export async function replaceTasks(
  tx: Tx,
  siteId: string,
  documentId: string,
  tasks: readonly DerivedTask[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM tasks WHERE site_id = ${siteId} AND document_id = ${documentId}`)
  await insertMany(
    tx,
    sql`INSERT INTO tasks (site_id, document_id, position, no, path, requirement, lead, responsible, due, due_text, source, clause_id)`,
    tasks,
    (
      task,
      index,
    ) => sql`(${siteId}, ${documentId}, ${index}, ${task.no}, ${json(task.path)}, ${task.requirement}, ${json(task.lead)},
      ${json(task.responsible)}, ${task.due}, ${task.dueText}, ${task.source}, ${task.clauseId})`,
  )
}

export async function replaceNamedUnits(
  tx: Tx,
  siteId: string,
  documentId: string,
  units: readonly NamedUnit[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM named_units WHERE site_id = ${siteId} AND document_id = ${documentId}`)
  const once = [...new Map(units.map((unit) => [`${unit.role}|${unit.position}|${unit.name}`, unit])).values()]
  await insertMany(
    tx,
    sql`INSERT INTO named_units (site_id, document_id, role, position, name, unit_id, is_group)`,
    once,
    (unit) =>
      sql`(${siteId}, ${documentId}, ${unit.role}, ${unit.position}, ${unit.name}, ${unit.unitId}, ${unit.isGroup})`,
  )
}

export async function replaceAppointments(
  tx: Tx,
  siteId: string,
  documentId: string,
  appointments: readonly { readonly action: string; readonly person: string; readonly post: string }[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM appointments WHERE site_id = ${siteId} AND document_id = ${documentId}`)
  await insertMany(
    tx,
    sql`INSERT INTO appointments (site_id, document_id, position, action, person, post)`,
    appointments,
    ({ action, person, post }, index) => sql`(${siteId}, ${documentId}, ${index}, ${action}, ${person}, ${post})`,
  )
}

export async function replaceClauseIds(
  tx: Tx,
  siteId: string,
  documentId: string,
  clauses: readonly KnownClause[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM clause_ids WHERE site_id = ${siteId} AND document_id = ${documentId}`)
  await insertMany(
    tx,
    sql`INSERT INTO clause_ids (site_id, document_id, clause_id, place, words, is_lost)`,
    clauses,
    ({ id, place, words, isLost }) => sql`(${siteId}, ${documentId}, ${id}, ${place}, ${words}, ${isLost})`,
  )
}

/**
 * Ties the relations between this document and others, both ways: those of others that ask for it, and its own. A number
 * with its title decides, then the number alone when it is borne once, then the title alone when it is borne once.
 */
export async function resolveRelations(tx: Tx, siteId: string, documentId: string): Promise<readonly string[]> {
  const target = sql`(SELECT CASE WHEN count(*) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key) > 0
        THEN min(d.id) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key)
      WHEN count(*) = 1 THEN min(d.id) END
    FROM documents d WHERE d.site_id = r.site_id AND d.merged_into IS NULL AND d.state <> 'removed' AND d.id <> r.from_id
      AND (d.doc_number = r.doc_number OR (r.doc_number IS NULL AND d.title_key = r.title_key)))`
  await tx.execute(
    sql`UPDATE relations r SET to_id = ${target} WHERE r.site_id = ${siteId} AND r.from_id = ${documentId}`,
  )
  await tx.execute(sql`UPDATE relations r SET to_id = ${target} FROM documents me
    WHERE r.site_id = ${siteId} AND me.site_id = ${siteId} AND me.id = ${documentId} AND r.from_id <> ${documentId}
      AND (r.to_id = ${documentId} OR r.doc_number = me.doc_number OR r.title_key = me.title_key)`)
  const { rows } = await tx.execute<{ id: string }>(sql`UPDATE documents d SET
      repealed_by = (SELECT min(r.from_id) FROM relations r JOIN documents f ON f.site_id = r.site_id AND f.id = r.from_id AND f.state = 'released'
        WHERE r.site_id = d.site_id AND r.to_id = d.id AND r.effect = 'repeals'),
      amended_by = (SELECT min(r.from_id) FROM relations r JOIN documents f ON f.site_id = r.site_id AND f.id = r.from_id AND f.state = 'released'
        WHERE r.site_id = d.site_id AND r.to_id = d.id AND r.effect = 'amends')
    WHERE d.site_id = ${siteId} AND (d.id = ${documentId} OR d.id IN (SELECT to_id FROM relations WHERE site_id = ${siteId} AND from_id = ${documentId} AND to_id IS NOT NULL))
    RETURNING d.id`)
  return rows.map(({ id }) => id)
}
