import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { isUnchanged } from '../../../platform/http/conditional.ts'
import type { AppEnv } from '../../../platform/http/env.ts'

/** Answers with something that is no page (CSV, text, a feed), named by its content: a client that has it gets 304. */
export function answerText(
  c: Context<AppEnv>,
  body: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const own = { 'Cache-Control': 'no-cache', ETag: etag, ...headers }
  if (isUnchanged(c.req.header('If-None-Match'), etag)) return c.body(null, 304, own)
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8`, ...own })
}

/** Longest name of a file that is offered: titles are longer than some disks allow. */
const LONGEST_NAME = 60

/** A name that every system takes for a file's, as RFC 8187 writes it. */
const fileName = (name: string): string =>
  encodeURIComponent(
    name
      .replace(/[\\/:*?"<>|\s]+/gu, '_')
      .slice(0, LONGEST_NAME)
      .toWellFormed(),
  ).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A table as a file for spreadsheets, named by what it holds. */
export const csvResponse = (c: Context<AppEnv>, name: string, body: string): Response =>
  answerText(c, body, 'text/csv', {
    'Content-Disposition': `attachment; filename="table.csv"; filename*=UTF-8''${fileName(name)}.csv`,
  })
