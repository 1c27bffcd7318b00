import { type SQL, sql } from 'drizzle-orm'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentRef } from '../contract.ts'
import { doubtBetween } from '../rules/doubt.ts'
import { documents } from './documents.table.ts'
import { visibleRows } from './summary.queries.ts'

/** Two documents that may be one, and why. */
export interface Doubt {
  readonly one: DocumentRef
  readonly other: DocumentRef
  readonly because: string
}

type Row = {
  readonly id: string
  readonly title: string
  readonly doc_number: string | null
  readonly signed_on: string | null
  readonly other: string
  readonly other_title: string
  readonly other_number: string | null
  readonly other_signed: string | null
}

/** Pairs that share a number or a title; what there is to doubt the rule decides. */
async function pairs(tx: Tx, visitor: Visitor, which: SQL): Promise<readonly Doubt[]> {
  const { rows } = await tx.execute<Row>(sql`SELECT d.id, d.title, d.doc_number, d.signed_on::text AS signed_on,
      o.id AS other, o.title AS other_title, o.doc_number AS other_number, o.signed_on::text AS other_signed
    FROM ${documents} d JOIN ${documents} o ON o.site_id = d.site_id AND o.merged_into IS NULL AND o.state = 'released'
      AND (o.doc_number = d.doc_number OR o.title_key = d.title_key)
    WHERE ${visibleRows(visitor)} AND ${which} ORDER BY d.id, o.id`)
  return rows.flatMap((row) => {
    const because = doubtBetween(
      { title: row.title, docNumber: row.doc_number, signedOn: row.signed_on },
      { title: row.other_title, docNumber: row.other_number, signedOn: row.other_signed },
    )
    const one = { id: row.id, title: row.title, docNumber: row.doc_number, url: `/documents/${row.id}` }
    const other = { id: row.other, title: row.other_title, docNumber: row.other_number, url: `/documents/${row.other}` }
    return because === null ? [] : [{ one, other, because }]
  })
}

/** All pairs of documents that may be one, each once. */
export const listDoubts = (tx: Tx, visitor: Visitor): Promise<readonly Doubt[]> => pairs(tx, visitor, sql`o.id > d.id`)

/** Documents that may be this one. */
export async function mayBeSameAs(tx: Tx, visitor: Visitor, id: string): Promise<readonly DocumentRef[]> {
  return (await pairs(tx, visitor, sql`d.id = ${id} AND o.id <> ${id}`)).map(({ other }) => other)
}
