import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Actor, Tx } from '../ports.ts'

/** One command, as the trail keeps it. */
export interface AuditEntry {
  readonly at: Date
  readonly actor: Actor
  /** `ingest-file`, `correct`, `withdraw`: the action's file name. */
  readonly verb: string
  /** What it was done to: a document id, a file name. */
  readonly subject: string
  /** What stood before and what stands after; only their hashes and `detail` are kept. */
  readonly before?: unknown
  readonly after?: unknown
  /** Small facts for people: reason, counts. Never personal data or secrets. */
  readonly detail?: Readonly<Record<string, unknown>>
}

const GENESIS = '0'.repeat(64)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** JSON with sorted keys: the same value has the same hash, also after jsonb has reordered it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`
}

const hashOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : sha256(canonical(value))

type Row = {
  readonly number: number
  readonly at: string
  readonly actor_kind: string
  readonly actor_name: string
  readonly verb: string
  readonly subject: string
  readonly before_hash: string | null
  readonly after_hash: string | null
  readonly detail: unknown
}

const rowHash = (siteId: string, row: Row, previous: string): string =>
  sha256(
    canonical([
      siteId,
      row.number,
      row.at,
      row.actor_kind,
      row.actor_name,
      row.verb,
      row.subject,
      row.before_hash,
      row.after_hash,
      row.detail,
      previous,
    ]),
  )

/** Appends one row to the site's chain, in the transaction of the command; the head row is locked, so writers queue. */
export async function appendAudit(tx: Tx, siteId: string, entry: AuditEntry): Promise<void> {
  await tx.execute(
    sql`INSERT INTO audit_heads (site_id, number, hash) VALUES (${siteId}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`,
  )
  const { rows } = await tx.execute<{ number: string; hash: string }>(
    sql`SELECT number, hash FROM audit_heads WHERE site_id = ${siteId} FOR UPDATE`,
  )
  const head = rows[0]
  if (!head) throw new Error(`the audit trail of ${siteId} has no head`)
  const row: Row = {
    number: Number(head.number) + 1,
    at: entry.at.toISOString(),
    actor_kind: entry.actor.kind,
    actor_name: entry.actor.name,
    verb: entry.verb,
    subject: entry.subject,
    before_hash: hashOf(entry.before),
    after_hash: hashOf(entry.after),
    detail: entry.detail ?? {},
  }
  const hash = rowHash(siteId, row, head.hash)
  await tx.execute(sql`INSERT INTO audit (site_id, number, at, actor_kind, actor_name, verb, subject, before_hash, after_hash, detail, previous_hash, hash)
    VALUES (${siteId}, ${row.number}, ${row.at}, ${row.actor_kind}, ${row.actor_name}, ${row.verb}, ${row.subject}, ${row.before_hash},
      ${row.after_hash}, ${JSON.stringify(row.detail)}::jsonb, ${head.hash}, ${hash})`)
  await tx.execute(sql`UPDATE audit_heads SET number = ${row.number}, hash = ${hash} WHERE site_id = ${siteId}`)
}

export type AuditVerdict =
  | { readonly ok: true; readonly rows: number }
  | { readonly ok: false; readonly brokenAt: number; readonly reason: string }

/** Rows read at once: no transaction is held for the whole of a long trail. */
const PAGE = 1000

/** Walks the site's chain from the first row; tells the first row that was changed, left out or cut off. */
export async function verifyAudit(tx: Tx, siteId: string): Promise<AuditVerdict> {
  let previous = GENESIS
  let number = 0
  for (;;) {
    const { rows } = await tx.execute<Row & { previous_hash: string; hash: string }>(
      sql`SELECT number::int AS number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, actor_kind, actor_name, verb,
        subject, before_hash, after_hash, detail, previous_hash, hash
        FROM audit WHERE site_id = ${siteId} AND number > ${number} ORDER BY number LIMIT ${PAGE}`,
    )
    for (const row of rows) {
      const expected = number + 1
      if (row.number !== expected) return { ok: false, brokenAt: expected, reason: '缺少这一行' }
      if (row.previous_hash !== previous) return { ok: false, brokenAt: row.number, reason: '与上一行接不上' }
      if (rowHash(siteId, row, previous) !== row.hash)
        return { ok: false, brokenAt: row.number, reason: '这一行被改动过' }
      previous = row.hash
      number = row.number
    }
    if (rows.length < PAGE) break
  }
  const { rows } = await tx.execute<{ number: string; hash: string }>(
    sql`SELECT number, hash FROM audit_heads WHERE site_id = ${siteId}`,
  )
  const head = rows[0]
  if (head && (Number(head.number) !== number || head.hash !== previous)) {
    return { ok: false, brokenAt: number + 1, reason: '末尾的行被删去' }
  }
  if (!head && number > 0) return { ok: false, brokenAt: number, reason: '链首记录被删去' }
  return { ok: true, rows: number }
}
