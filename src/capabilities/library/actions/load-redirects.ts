import { inTitleMarks } from '../../../kernel/han.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import type { Actor, Deps, Tx } from '../../../platform/ports.ts'
import { readCsv } from '../rules/csv-rows.ts'
import { titleKey } from '../rules/derive.ts'
import { type RedirectRow, type RowFault, readRedirects } from '../rules/redirect-rows.ts'
import { findFilesBy } from '../store/file.queries.ts'
import { documentsNamed, isDocument, type Redirect, saveRedirects } from '../store/redirect.queries.ts'

/** Rows looked up or written in one transaction. */
const BATCH = 100

export interface LoadRedirectsInput {
  readonly siteId: string
  readonly actor: Actor
  /** The file's name, for the audit trail. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Loads the rows without a fault also when others have one. */
  readonly isPartial: boolean
}

/** Excel writes CSV in UTF-8 or in the code page of Chinese Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * Loads old addresses and where they lead now. A file with faults changes nothing, unless its good rows are asked for; an
 * address that is loaded again leads where the last file says.
 */
export async function loadRedirects(
  deps: Deps,
  { siteId, actor, name, bytes, isPartial }: LoadRedirectsInput,
): Promise<{ readonly loaded: number; readonly faults: readonly RowFault[] }> {
  const { redirects, faults } = readRedirects(readCsv(decode(bytes)))
  const found: Redirect[] = []
  const lost: RowFault[] = []
  for (let at = 0; at < redirects.length; at += BATCH) {
    const some = redirects.slice(at, at + BATCH)
    await deps.database.read(siteId, async (tx) => {
      for (const row of some) {
        const target = await targetOf(tx, siteId, row)
        if ('reason' in target) lost.push({ line: row.line, reason: target.reason })
        else found.push({ path: row.path, target: target.path })
      }
    })
  }
  const all = [...faults, ...lost].sort((a, b) => a.line - b.line)
  if (found.length === 0 || (all.length > 0 && !isPartial)) return { loaded: 0, faults: all }
  for (let at = 0; at < found.length; at += BATCH)
    await deps.database.write(siteId, (tx) => saveRedirects(tx, siteId, found.slice(at, at + BATCH)))
  await deps.database.write(siteId, (tx) =>
    appendAudit(tx, siteId, {
      at: deps.clock.now(),
      actor,
      verb: 'load-redirects',
      subject: name,
      after: found,
      detail: { redirects: found.length, faults: all.length },
    }),
  )
  return { loaded: found.length, faults: all }
}

type Target = { readonly path: string } | { readonly reason: string }

async function targetOf(tx: Tx, siteId: string, { target }: RedirectRow): Promise<Target> {
  if (target.kind === 'document')
    return (await isDocument(tx, siteId, target.id))
      ? { path: `/documents/${target.id}` }
      : { reason: `没有编号为 ${target.id} 的文件。` }
  if (target.kind === 'file') {
    const files = (await findFilesBy(tx, siteId, target.file)).filter(({ state }) => state === 'loaded')
    const [only, another] = files
    if (only && !another) return { path: `/files/${only.hash}` }
    return { reason: `${another ? '不止一个' : '没有'}名为“${target.file}”的原件。` }
  }
  const ids = await documentsNamed(tx, siteId, target.title === null ? null : titleKey(target.title), target.docNumber)
  const name = `${target.docNumber ?? ''}${target.title === null ? '' : inTitleMarks(target.title)}`
  const [only, another] = ids
  if (only && !another) return { path: `/documents/${only}` }
  return { reason: another ? `叫${name}的文件不止一份，请写文件编号：${ids.join('、')}。` : `文件库里没有${name}。` }
}
