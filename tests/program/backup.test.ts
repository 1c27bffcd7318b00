import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { envOf, must, run, serve, stop } from '../../bench/program.ts'

const project = resolve(import.meta.dirname, '../..')
const place = mkdtempSync(join(tmpdir(), 'kaiming-program-backup-'))
const env = envOf(join(place, 'data'))
const restored = envOf(join(place, 'restored'))
const archive = join(place, 'backup.tar.gz')
let server: Awaited<ReturnType<typeof serve>>

const exported = async (of: typeof env, name: string) => {
  await must(['export', join(place, name), '--with-ids'], of)
  return readFileSync(join(place, name, 'documents.jsonl'), 'utf8')
}
const get = (path: string) => fetch(`${server.base}${path}`, { redirect: 'manual' })

beforeAll(async () => {
  await must(['settings', 'import', join(project, 'examples/settings.json')], env)
  await must(['ingest', join(project, 'examples/gazettes')], env)
  server = await serve(env)
}, 300_000)
afterAll(async () => {
  await stop(server.child)
  rmSync(place, { recursive: true, force: true })
})

test('old addresses lead to documents and originals; a file with a fault changes nothing and names its line', async () => {
  const list = (await (await get('/api/v1/documents?limit=2')).json()) as { items: { id: string; title: string }[] }
  const [one, two] = list.items
  const csv = join(place, 'old.csv')
  writeFileSync(
    csv,
    `旧网址,文件编号,标题\r\nhttp://old.example/art/1.html?x=1,${one?.id},\r\n/art/2.html,,没有这份文件\r\n`,
  )
  const refused = await run(['redirects', 'load', csv], env)
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('第 3 行') })
  expect((await get('/art/1.html?x=1')).status).toBe(404)
  writeFileSync(
    csv,
    `旧网址,文件编号,标题\r\nhttp://old.example/art/1.html?x=1,${one?.id},\r\n/art/2.html,,"${two?.title}"\r\n/公告/3.html,${one?.id},\r\n/%b9%ab%b8%e6/4.html,${two?.id},\r\n`,
  )
  expect(await run(['redirects', 'load', csv], env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('4 个旧网址'),
  })
  const moved = await get('/art/1.html?x=1')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/documents/${one?.id}`])
  expect((await get('/art/2.html')).headers.get('location')).toBe(`/documents/${two?.id}`)
  expect((await get('/art/1.html')).status).toBe(404)
  // However the links of the old system encode what is Chinese in them: UTF-8, or the code page of Chinese Windows.
  for (const path of ['/公告/3.html', '/%e5%85%ac%e5%91%8a/3.html'])
    expect((await get(path)).headers.get('location'), path).toBe(`/documents/${one?.id}`)
  expect((await get('/%B9%AB%B8%E6/4.html')).headers.get('location')).toBe(`/documents/${two?.id}`)
  expect((await get('/%B9%AB%B8%E6/5.html')).status).toBe(400)
})

test('a backup of a serving server restores into an empty folder to the same export, with a whole audit trail', async () => {
  const backup = await run(['backup', archive], env)
  expect(backup).toMatchObject({ code: 0, stdout: expect.stringContaining('个原件') })
  expect(await run(['restore', archive], env)).toMatchObject({ code: 1, stderr: expect.stringContaining('不是空的') })
  const done = await run(['restore', archive], restored)
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('已恢复') })
  const before = await exported(env, 'before')
  expect(before.split('\n').length).toBeGreaterThan(8)
  expect(await exported(restored, 'after')).toBe(before)
  const trail = await run(['audit', 'verify'], restored)
  expect(trail).toMatchObject({ code: 0, stdout: expect.stringContaining('完整') })
  // There the backup and the export stand at the end of the trail, here the restore and the export.
  const rows = (told: string) => /共 (\d+) 行/.exec(told)?.[1]
  expect(rows(trail.stdout)).toBe(rows((await run(['audit', 'verify'], env)).stdout))
}, 300_000)
