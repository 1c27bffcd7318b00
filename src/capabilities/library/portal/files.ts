import type { Context } from 'hono'
import { isUnchanged } from '../../../platform/http/conditional.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { csv } from '../rules/csv.ts'
import { type LibraryDeps, loadDocument, loadOriginal } from '../store/document.queries.ts'
import { wasOriginal } from '../store/gone.queries.ts'
import { answerText, csvResponse } from './answer-text.ts'
import { answerWithout } from './document/document-page.tsx'
import { asMarkdown, asText } from './document-formats.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  ofd: 'application/ofd',
}

const load = (c: Context<AppEnv>, { database, clock, texts }: LibraryDeps, id: string) =>
  database.read(c.get('site').id, (tx) => loadDocument(tx, c.get('visitor'), id, clock.today(), { texts }))

/** A document in another form than the page: `.txt`, `.md`, `.json` beside its address. */
export async function documentForm(
  c: Context<AppEnv>,
  deps: LibraryDeps,
  shell: Shell,
  id: string,
  form: string,
): Promise<Response> {
  const loaded = await load(c, deps, id)
  if (loaded.state !== 'found') return answerWithout(c, deps, shell, loaded, `.${form}`)
  const { document } = loaded
  if (form === 'json') return answerText(c, JSON.stringify(document), 'application/json')
  return form === 'md'
    ? answerText(c, asMarkdown(document), 'text/markdown')
    : answerText(c, asText(document), 'text/plain')
}

/** `/documents/{id}/tables/{n}.csv`: a table as it is printed, merged cells filled. */
export async function tableCsv(
  c: Context<AppEnv>,
  deps: LibraryDeps,
  shell: Shell,
  id: string,
  number: number,
): Promise<Response> {
  const loaded = await load(c, deps, id)
  if (loaded.state !== 'found') return answerWithout(c, deps, shell, loaded, `/tables/${number}.csv`)
  const table = loaded.document.tables[number - 1]
  return table
    ? csvResponse(c, table.title ?? `${loaded.document.title} 表${number}`, csv(table.columns, table.filledRows))
    : errorPage(c, shell, 404)
}

/** An original as it was loaded, to whoever may see all that is printed in it; never shown by the browser as a page. */
export async function original(c: Context<AppEnv>, deps: Deps, shell: Shell, hash: string): Promise<Response> {
  if (!/^[0-9a-f]{64}$/u.test(hash)) return errorPage(c, shell, 404)
  const file = await deps.database.read(c.get('site').id, (tx) => loadOriginal(tx, c.get('visitor'), hash))
  const headers = { 'Cache-Control': 'no-cache', ETag: `"${hash.slice(0, 22)}"` }
  if (file && isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
  const bytes = file ? await deps.files.get(hash) : null
  if (!file || !bytes) {
    const isGone = await deps.database.read(c.get('site').id, (tx) => wasOriginal(tx, hash))
    return isGone
      ? errorPage(c, shell, 410, { lead: '这份原件已经撤回，或者里面有已经撤回的文件，不再提供。' })
      : errorPage(c, shell, 404)
  }
  const name = encodeURIComponent(file.name.split('/').at(-1) ?? 'original')
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': MEDIA_TYPES[file.format] ?? 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    ...headers,
  })
}
