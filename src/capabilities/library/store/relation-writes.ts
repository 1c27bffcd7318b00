import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import { relations } from './derived.table.ts'
import { documents } from './documents.table.ts'

/**
 * Ties the relations between this document and others, both ways: those of others that ask for it, and its own. A number
 * with its title decides, then the number alone when it is borne once, then the title alone when it is borne once.
 */
export async function resolveRelations(tx: Tx, siteId: string, documentId: string): Promise<readonly string[]> {
  const target = sql`(SELECT CASE WHEN count(*) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key) > 0
        THEN min(d.id) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key)
      WHEN count(*) = 1 THEN min(d.id) END
    FROM ${documents} d WHERE d.site_id = r.site_id AND d.merged_into IS NULL AND d.state <> 'removed' AND d.id <> r.from_id
      AND (d.doc_number = r.doc_number OR (r.doc_number IS NULL AND d.title_key = r.title_key)))`
  await tx.execute(
    sql`UPDATE ${relations} r SET to_id = ${target} WHERE r.site_id = ${siteId} AND r.from_id = ${documentId}`,
  )
  await tx.execute(sql`UPDATE ${relations} r SET to_id = ${target} FROM ${documents} me
    WHERE r.site_id = ${siteId} AND me.site_id = ${siteId} AND me.id = ${documentId} AND r.from_id <> ${documentId}
      AND (r.to_id = ${documentId} OR r.doc_number = me.doc_number OR r.title_key = me.title_key)`)
  const { rows } = await tx.execute<{ id: string }>(sql`UPDATE ${documents} d SET
      repealed_by = (SELECT min(r.from_id) FROM ${relations} r JOIN ${documents} f ON f.site_id = r.site_id AND f.id = r.from_id AND f.state = 'released'
        WHERE r.site_id = d.site_id AND r.to_id = d.id AND r.effect = 'repeals'),
      amended_by = (SELECT min(r.from_id) FROM ${relations} r JOIN ${documents} f ON f.site_id = r.site_id AND f.id = r.from_id AND f.state = 'released'
        WHERE r.site_id = d.site_id AND r.to_id = d.id AND r.effect = 'amends')
    WHERE d.site_id = ${siteId} AND (d.id = ${documentId} OR d.id IN (SELECT to_id FROM ${relations} WHERE site_id = ${siteId} AND from_id = ${documentId} AND to_id IS NOT NULL))
    RETURNING d.id`)
  return rows.map(({ id }) => id)
}
