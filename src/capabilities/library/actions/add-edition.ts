import { type Day, isDay } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Actor, Deps, SourceSummary } from '../../../platform/ports.ts'
import type { Reading } from '../../../reader/types.ts'
import { identitiesOf } from '../rules/identity.ts'
import { saveEditionDecision } from '../store/decision.queries.ts'
import { lockDocuments } from '../store/identity.queries.ts'
import { saveFile } from '../store/print.queries.ts'
import { placeDocuments } from './place-documents.ts'
import { recordDecision } from './record-decision.ts'

export interface AddEditionInput {
  readonly siteId: string
  readonly siteCode: string
  readonly actor: Actor
  readonly documentId: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly asOf: Day
  readonly reason: string
}

/**
 * Adds the text of a document as of a day, from a file in which a person says that it stands (decision 16). Kept under
 * the file's hash and the document's natural identity: it holds when the file is read or loaded again.
 */
export async function addEdition(deps: Deps, input: AddEditionInput): Promise<Outcome<void>> {
  const checked = checkEdition(input, deps.clock.today())
  if (!checked.ok) return checked
  const read = await deps.reader.read(input.file)
  if (!read.ok) return refused(read.code, `${input.file.name}：${read.message}`)
  const { documents } = read.reading
  if (documents.length !== 1)
    return refused(
      'not-one-document',
      `${input.file.name} 里识别出 ${documents.length} 份文件。请只留下这一版的正文，再装载。`,
    )
  const hash = await deps.files.put(input.file.bytes)
  return write(deps, input, { hash, source: read.source, reading: read.reading })
}

function checkEdition({ asOf, reason }: AddEditionInput, today: Day): Outcome<void> {
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明这一版的来历。')
  if (!isDay(asOf)) return refused('unfit-day', `--as-of 应当写成 2024-05-01 的样子，“${asOf}”不是日期。`)
  if (asOf > today) return refused('unfit-day', `--as-of ${asOf} 还没有到。请在修改施行之后再加入这一版。`)
  return done(undefined)
}

function write(
  deps: Deps,
  { siteId, siteCode, actor, documentId, file, asOf, reason }: AddEditionInput,
  { hash, source, reading }: { readonly hash: string; readonly source: SourceSummary; readonly reading: Reading },
): Promise<Outcome<void>> {
  return deps.database.write(siteId, async (tx) => {
    const [row] = await lockDocuments(tx, siteId, [documentId])
    if (!row || row.state === 'removed') return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
    if (row.mergedInto)
      return refused('already-merged', `文件 ${documentId} 已经并入 ${row.mergedInto}，请用那个编号。`)
    const at = deps.clock.now()
    await saveEditionDecision(tx, siteId, {
      fileHash: hash,
      identity: row.identity,
      editionKey: asOf,
      reason,
      actor: actor.name,
      at,
    })
    await saveFile(tx, siteId, {
      hash,
      name: file.name,
      format: source.format,
      size: file.bytes.length,
      readerVersion: deps.reader.version,
      state: 'loaded',
      isSettled: true,
      gazetteId: null,
      gazette: null,
      findings: reading.findings,
      publishedOn: source.hints.publishedOn ?? null,
      loadedAt: at,
    })
    const identities = identitiesOf(reading.documents)
    const place = { siteId, siteCode, hash, gazetteId: null, at, state: 'released', identities } as const
    const { ids } = await placeDocuments(tx, place, reading)
    const after = { file: hash, asOf }
    const decision = { siteId, actor, at, verb: 'add-edition', subject: documentId, after, reason }
    await recordDecision(tx, { ...decision, detail: { file: file.name, asOf } }, ids)
    return done(undefined)
  })
}
