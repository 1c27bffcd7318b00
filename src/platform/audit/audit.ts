import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Actor, Database, Tx } from '../ports.ts'

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
  const head = (await lockHead(tx, siteId)) ?? (await beginChain(tx, siteId))
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

type LockedHead = { readonly number: string; readonly hash: string }

async function lockHead(tx: Tx, siteId: string): Promise<LockedHead | undefined> {
  const { rows } = await tx.execute<LockedHead>(
    sql`SELECT number, hash FROM audit_heads WHERE site_id = ${siteId} FOR UPDATE`,
  )
  return rows[0]
}

/** Two that begin a chain at once: one inserts the head, the other waits for it and finds it. */
async function beginChain(tx: Tx, siteId: string): Promise<LockedHead | undefined> {
  await tx.execute(
    sql`INSERT INTO audit_heads (site_id, number, hash) VALUES (${siteId}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`,
  )
  return lockHead(tx, siteId)
}

export type AuditVerdict =
  /** The hash of the last row: written down elsewhere, it shows whether a whole trail was put in the place of this one. */
  | { readonly ok: true; readonly rows: number; readonly hash: string | null }
  | { readonly ok: false; readonly brokenAt: number; readonly reason: string }

/** Rows read at once, each page in a transaction of its own: no long trail holds others up. */
const PAGE = 500

type Head = { readonly number: number; readonly hash: string }

interface Ends {
  readonly head: Head | null
  readonly first: number | null
  readonly last: number
  /** Something was done here: no command changes the record without a row. */
  readonly isUsed: boolean
}

/** The head, and whether rows stand beyond the ends, seen at one moment; commands that follow it are not looked at. */
const readEnds = (database: Database, siteId: string): Promise<Ends> =>
  database.read(siteId, async (tx) => {
    const { rows } = await tx.execute<{
      number: number | null
      hash: string | null
      first: number | null
      last: number | null
      is_used: boolean
    }>(
      sql`SELECT h.number::int AS number, h.hash, min(a.number)::int AS first, max(a.number)::int AS last,
          EXISTS (SELECT 1 FROM changes WHERE site_id = ${siteId}) AS is_used
        FROM (SELECT 1) one LEFT JOIN audit_heads h ON h.site_id = ${siteId} LEFT JOIN audit a ON a.site_id = ${siteId}
        GROUP BY h.number, h.hash`,
    )
    const [row] = rows
    const head = row?.number != null && row.hash !== null ? { number: row.number, hash: row.hash } : null
    return { head, first: row?.first ?? null, last: row?.last ?? 0, isUsed: row?.is_used ?? false }
  })

const readPage = async (database: Database, siteId: string, after: number, upTo: number) => {
  const { rows } = await database.read(siteId, (tx) =>
    tx.execute<Row & { previous_hash: string; hash: string }>(
      sql`SELECT number::int AS number, regexp_replace(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z') AS at, actor_kind, actor_name, verb,
        subject, before_hash, after_hash, detail, previous_hash, hash
        FROM audit WHERE site_id = ${siteId} AND number > ${after} AND number <= ${upTo} ORDER BY number LIMIT ${PAGE}`,
    ),
  )
  return rows
}

/** Walks the site's chain from the first row to its head; tells the first row that was changed, left out or cut off. */
export async function verifyAudit(database: Database, siteId: string): Promise<AuditVerdict> {
  const { head, first, last, isUsed } = await readEnds(database, siteId)
  if (first !== null && first < 1) return broken(first, '第一行之前多出了行')
  if (head === null && last > 0) return broken(last, '链首记录被删去')
  if (head === null) return isUsed ? broken(1, '文件库用过，审计记录却一行也没有') : { ok: true, rows: 0, hash: null }
  let previous = GENESIS
  let number = 0
  while (number < head.number) {
    const rows = await readPage(database, siteId, number, head.number)
    if (rows.length === 0) return broken(number + 1, '末尾的行被删去')
    for (const row of rows) {
      if (row.number !== number + 1) return broken(number + 1, '缺少这一行')
      if (row.previous_hash !== previous) return broken(row.number, '与上一行接不上')
      if (rowHash(siteId, row, previous) !== row.hash) return broken(row.number, '这一行被改动过')
      previous = row.hash
      number = row.number
    }
  }
  if (last > head.number) return broken(head.number + 1, '链首记录之后多出了行')
  return head.hash === previous ? { ok: true, rows: number, hash: head.hash } : broken(number, '与链首记录不一致')
}

const broken = (brokenAt: number, reason: string): AuditVerdict => ({ ok: false, brokenAt, reason })
