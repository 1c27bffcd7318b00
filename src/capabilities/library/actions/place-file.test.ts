import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../platform/audit/audit.ts'
import { readChanges } from '../../../platform/changes/changes.ts'
import type { Database, Deps, Tx } from '../../../platform/ports.ts'
import { listLoads } from '../store/load.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { ingestFiles, resumeLoads } from './ingest-files.ts'

const notice = (number: number, title: string, words: string) => `明溪政发〔2025〕${number}号

云岭市明溪区人民政府
${title}

各镇人民政府、街道办事处，区政府各部门：

${words}

一、加强组织领导。各单位要指定专人负责。

二、按时报送情况。每月报送一次。

云岭市明溪区人民政府
2025年3月${number}日

（此件公开发布）
`
const TOPICS = ['河道保洁', '路灯维修', '老年食堂', '夜间巡查', '校车安全'] as const
const title = (topic: string) => `关于做好${topic}工作的通知`
const gazette = [
  '云岭市明溪区人民政府公报',
  '2025年第3期（总第30期）',
  '',
  ...TOPICS.map((topic, index) => notice(index + 1, title(topic), `为做好${topic}工作，现将有关事项通知如下。`)),
].join('\n')

let library: TestLibrary

/** The record of a process that is killed before its transaction of this number. */
function killedAt(database: Database, number: number): Database {
  let begun = 0
  return {
    ...database,
    write: (siteId, work) => {
      if (++begun >= number) return Promise.reject(new Error('killed'))
      return database.write(siteId, work)
    },
  }
}

const deps = (database?: Database): Deps => ({ ...library.deps, ...(database ? { database } : {}) })
/** Two minutes later: who was killed is known to be dead, also where several processes may work. */
const later = (): Deps => ({
  ...library.deps,
  clock: { ...library.deps.clock, now: () => new Date(library.deps.clock.now().getTime() + 120_000) },
})
const state = () =>
  library.deps.database.read('mingxi', async (tx) => {
    const { rows } = await tx.execute<Record<string, number>>(sql`SELECT
      (SELECT count(*)::int FROM documents WHERE state = 'released') AS shown,
      (SELECT count(*)::int FROM documents WHERE state = 'staged') AS staged,
      (SELECT count(*)::int FROM documents) AS documents, (SELECT count(*)::int FROM prints) AS prints,
      (SELECT count(*)::int FROM gazettes) AS issues, (SELECT count(*)::int FROM files WHERE is_settled AND state = 'loaded') AS files`)
    return rows[0]
  })
const content = (tx: Tx) =>
  tx.execute(
    sql`SELECT d.id, d.title, d.doc_number, d.state, e.content FROM documents d JOIN editions e ON e.document_id = d.id AND e.site_id = d.site_id ORDER BY d.id`,
  )
const read = async () => (await library.deps.database.read('mingxi', content)).rows

beforeAll(async () => {
  library = await openTestLibrary()
})
beforeEach(() => library.reset())
afterAll(() => library.close())

describe('a file of many documents', () => {
  test('is shown whole, with one audit row, and every document of it is in the change log once', async () => {
    const summary = await library.load({ 'gazette.txt': gazette })
    expect(summary).toMatchObject({ files: 1, documents: 5, new: 1, failed: [] })
    expect(await state()).toEqual({ shown: 5, staged: 0, documents: 5, prints: 5, issues: 1, files: 1 })
    expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true, rows: 1 })
    const changes = await library.deps.database.asOwner((tx) => readChanges(tx, 0, 100))
    expect(changes.map(({ entity }) => entity).sort()).toEqual([...Array(5).fill('document'), 'gazette'])
  })

  test('is seen by nobody until it is whole, wherever the load is killed; going on loses and doubles nothing', async () => {
    await library.load({ 'gazette.txt': gazette })
    const undisturbed = await read()
    const paths = [`${library.deps.dataDir}/gazette.txt`]
    for (const number of [3, 4, 5, 6, 9, 10, 14, 15]) {
      await library.reset()
      const broken = ingestFiles(deps(killedAt(library.deps.database, number)), {
        siteId: 'mingxi',
        actor: CLERK,
        paths,
        base: '/',
      })
      await expect(broken).rejects.toThrow('killed')
      expect(await state()).toMatchObject({ shown: 0, issues: 0, files: 0 })
      const again = await ingestFiles(later(), { siteId: 'mingxi', actor: CLERK, paths, base: '/' })
      expect(again).toMatchObject({ loadId: 1, files: 1, documents: 5, new: 1 })
      expect(await read()).toEqual(undisturbed)
      expect(await state()).toMatchObject({ shown: 5, staged: 0, prints: 5 })
      expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true, rows: 1 })
    }
  })

  test('what a single file printed before is one document with two prints; its new text follows after the switch', async () => {
    await library.load({ 'single.txt': notice(2, title(TOPICS[1]), '为做好路灯维修工作，现将有关事项通知如下。') })
    await library.load({ 'gazette.txt': gazette })
    expect(await state()).toEqual({ shown: 5, staged: 0, documents: 5, prints: 6, issues: 1, files: 2 })
  })

  test('that two loads print at once is one document with two prints, whole in both', async () => {
    const reprint = gazette.replace('第3期（总第30期）', '第4期（总第31期）')
    const texts = { 'first.txt': gazette, 'again.txt': reprint }
    for (const text of Object.values(texts)) await library.load({ 'sequence.txt': text })
    const oneAfterTheOther = await read()
    await library.reset()
    const loads = Object.entries(texts).map(([name, text]) => library.load({ [name]: text }))
    for (const summary of await Promise.all(loads)) expect(summary).toMatchObject({ documents: 5, failed: [] })
    expect(await state()).toEqual({ shown: 5, staged: 0, documents: 5, prints: 10, issues: 2, files: 2 })
    const texted = (rows: Awaited<ReturnType<typeof read>>) =>
      rows.map(({ title: name, content: text }) => [name, text])
    expect(texted(await read())).toEqual(texted(oneAfterTheOther))
  })

  test('read by a better reader it changes document by document, and an unchanged one stays one', async () => {
    await library.load({ 'gazette.txt': gazette })
    library.raiseReaderVersion()
    expect(await library.load({ 'gazette.txt': gazette })).toMatchObject({ new: 0, updated: 1 })
    expect(await state()).toEqual({ shown: 5, staged: 0, documents: 5, prints: 5, issues: 1, files: 1 })
    expect(await library.load({ 'gazette.txt': gazette })).toMatchObject({ new: 0, updated: 0, unchanged: 1 })
  })
})

describe('a load as a job', () => {
  test('the start of a server goes on with what was killed, in the name of who began it', async () => {
    await library.load({ 'a.txt': notice(1, title('一'), '现将有关事项通知如下。') })
    await library.reset()
    const paths = [library.deps.dataDir]
    await library.deps.files.put(new Uint8Array())
    await expect(
      ingestFiles(deps(killedAt(library.deps.database, 4)), { siteId: 'mingxi', actor: CLERK, paths, base: '/' }),
    ).rejects.toThrow('killed')
    expect(await resumeLoads(later(), 'mingxi', new AbortController().signal)).toBe(1)
    const [load] = await library.deps.database.read('mingxi', (tx) => listLoads(tx, 'mingxi', 5))
    expect(load).toMatchObject({ id: 1, state: 'finished', actor: CLERK, counts: { waiting: 0 } })
    expect(await resumeLoads(deps(), 'mingxi', new AbortController().signal)).toBe(0)
  })

  test('told to stop it ends after the file at hand and is gone on with by the same call', async () => {
    const stopping = new AbortController()
    const files = Object.fromEntries(
      TOPICS.map((topic, index) => [`${index}.txt`, notice(index + 1, title(topic), '现将有关事项通知如下。')]),
    )
    await library.load(files)
    await library.reset()
    const call = {
      siteId: 'mingxi',
      actor: CLERK,
      paths: Object.keys(files).map((name) => `${library.deps.dataDir}/${name}`),
      base: '/',
    }
    await ingestFiles(deps(), { ...call, onProgress: () => stopping.abort(), signal: stopping.signal })
    expect(await state()).toMatchObject({ shown: 1 })
    expect(await ingestFiles(deps(), call)).toMatchObject({ loadId: 1, new: 5, unchanged: 0 })
  })

  test('a path that is not there and a file without text are told, the others are in', async () => {
    await library.load({ 'good.txt': notice(1, title('一'), '现将有关事项通知如下。') })
    await library.reset()
    const summary = await ingestFiles(deps(), {
      siteId: 'mingxi',
      actor: CLERK,
      paths: [`${library.deps.dataDir}/good.txt`, '/nowhere/none.txt'],
      base: library.deps.dataDir,
    })
    expect(summary).toMatchObject({
      files: 2,
      new: 1,
      failed: [{ file: 'none.txt', reason: expect.stringContaining('没有') }],
    })
  })
})
