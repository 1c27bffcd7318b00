import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownEnvironment } from '../own-installation.ts'

const project = resolve(import.meta.dirname, '../..')
const kaiming = join(project, 'bin/kaiming.js')

/** A data folder that the examples are loaded into, the server on it, and the same command line that a person has. */
const folder = mkdtempSync(join(tmpdir(), 'kaiming-program-'))
const env = ownEnvironment(folder)
const run = (...args: string[]) =>
  spawnSync(process.execPath, [kaiming, ...args], { encoding: 'utf8', env, cwd: project })

/** Starts a program and waits for the line that names its address. */
function start(
  script: string,
  ...args: string[]
): Promise<{ child: ChildProcess; base: string; output: () => string }> {
  const child = spawn(process.execPath, [join(project, script), ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  return new Promise((settle, reject) => {
    child.stderr?.on('data', (chunk) => {
      output += String(chunk)
      const port = /localhost:(\d+)/.exec(output)?.[1]
      if (port) settle({ child, base: `http://127.0.0.1:${port}`, output: () => output })
    })
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)))
  })
}

/** A first start that is killed before it has loaded anything: the next one loads the examples all the same. */
async function stopAsItBegins(): Promise<void> {
  const child = spawn(process.execPath, [join(project, 'bin/demonstration.js')], { env, stdio: 'ignore' })
  const mark = join(env.KAIMING_DATA_DIR ?? '', 'examples-begun')
  while (!existsSync(mark) && child.exitCode === null) await new Promise((settle) => setTimeout(settle, 5))
  const ended = new Promise((settle) => child.once('exit', settle))
  child.kill('SIGKILL')
  await ended
  expect(existsSync(mark)).toBe(true)
}

const stop = (child: ChildProcess) =>
  new Promise((settle) => {
    child.removeAllListeners('exit')
    child.on('exit', settle)
    child.kill('SIGTERM')
  })

describe('the compiled program on a new data folder', () => {
  let server: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    await stopAsItBegins()
    server = await start('bin/demonstration.js')
  }, 60_000)
  afterAll(async () => {
    await stop(server.child)
    rmSync(folder, { recursive: true, force: true })
  })

  // No connection is kept: commands block this process for seconds, and the server closes idle ones meanwhile.
  const get = (path: string, init?: RequestInit) =>
    fetch(`${server.base}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { connection: 'close', ...init?.headers },
    })
  interface Hit {
    readonly id: string
    readonly docNumber: string | null
  }
  interface Loaded {
    readonly kind: string
    readonly validity: string
    readonly validityView: { readonly source: { readonly docNumber: string } | null }
    readonly prints: readonly unknown[]
    readonly tasks: readonly { readonly source: string }[]
  }
  const search = async (query: string) =>
    ((await (await get(`/api/v1/search?q=${encodeURIComponent(query)}`)).json()) as { items: Hit[] }).items
  const firstHit = async (query: string): Promise<Hit> => (await search(query))[0] ?? { id: 'nothing', docNumber: null }
  const load = async (id: string) => (await (await get(`/api/v1/documents/${id}`)).json()) as Loaded

  test('npm start loads the examples without a failure', () => expect(server.output()).toContain('0 个文件失败'))

  test.each([
    '/',
    '/documents',
    '/gazettes',
    '/gazettes/2024-1',
    '/tasks',
    '/units',
    '/units/housing',
    '/search?q=供热',
    '/help',
    '/accessibility',
    '/privacy',
    '/sitemap',
  ])('%s is a page in Chinese, with its etag and policy', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await response.text()
    expect(html).toContain('<html lang="zh-CN"')
    expect(html.match(/<h1/g)).toHaveLength(1)
    const etag = response.headers.get('etag')
    if (etag) expect((await get(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  test.each([
    ['停车', '明溪政发〔2024〕2号'],
    ['明溪政办发(2025)19号', '明溪政办发〔2025〕19号'],
    ['gongre', '明溪政办发〔2025〕19号'],
    ['老人吃饭有补贴吗', '明溪政办发〔2024〕6号'],
  ])('a search for %s finds %s', async (query, docNumber) => {
    expect((await search(query)).slice(0, 3).map((hit) => hit.docNumber)).toContain(docNumber)
  })

  test.each([
    ['老年人吃饭有补贴吗', '明溪政办发〔2024〕6号'],
    ['停车怎么收费', '明溪政发〔2024〕2号'],
    ['室温不达标找谁', '明溪政办发〔2025〕19号'],
  ])('a question that the first page offers, %s, has its document on top', async (question, docNumber) => {
    expect(await (await get('/')).text()).toContain(`>${question}</a>`)
    expect((await firstHit(question)).docNumber).toBe(docNumber)
  })

  test('a notice printed alone and in a gazette is one document with two prints', async () => {
    const { id } = await firstHit('明溪政办发〔2025〕19号')
    const document = await load(id)
    expect(document.prints).toHaveLength(2)
    expect(document.tasks.map(({ source }) => source)).toEqual(['prose', 'prose', 'prose'])
  })

  test('an amended document says so, and by what', async () => {
    const { id } = await firstHit('明溪政发〔2024〕2号')
    const document = await load(id)
    expect(document.validity).toBe('amended')
    expect(document.validityView.source?.docNumber).toBe('明溪政发〔2025〕7号')
  })

  test.each([
    ['/api/v1/documents?limit=-1', 400],
    [`/api/v1/search?q=${'长'.repeat(400)}`, 400],
    [`/search?q=${'a'.repeat(10_000)}`, 400],
    ['/documents/%E0%A4%A', 400],
    ['/documents/990102-2024-999999', 404],
    ['/api/v1/documents/none', 404],
    ['/nothing', 404],
    [`/files/${'0'.repeat(64)}`, 404],
  ])('%s answers %i with a sentence', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(/[\u4e00-\u9fff]{3}/)
  })

  test('a command goes to the server that holds the folder; what it withdraws is gone at once, with the reason', async () => {
    const { id } = await firstHit('露天烧烤')
    expect((await get(`/documents/${id}`)).status).toBe(200)
    const withdrawn = run('withdraw', id, '--reason', '装错了')
    expect(withdrawn.stderr + withdrawn.stdout).toContain('已撤回')
    const gone = await get(`/documents/${id}`)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('装错了')
    expect((await get(`/documents/${id}.txt`)).status).toBe(410)
    expect((await firstHit('露天烧烤'))?.id).not.toBe(id)
  })

  test('a correction shows at once and survives loading again; the audit trail is whole', async () => {
    const { id } = await firstHit('荷塘')
    expect(run('correct', id, 'kind', '决定', '--reason', '试验').status).toBe(0)
    expect((await load(id)).kind).toBe('决定')
    expect(run('correct', id, 'signedOn', '昨天', '--reason', '试验')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('2024-05-01'),
    })
    const again = run('ingest', 'examples/gazettes', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({
      new: 0,
      updated: 0,
      unchanged: readdirSync(join(project, 'examples/gazettes')).length,
      failed: [],
    })
    expect((await load(id)).kind).toBe('决定')
    expect(run('audit', 'verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('完整') })
  })

  test('a second server on the same folder says who holds it', () => {
    const second = run('serve', '--port', '0')
    expect(second.status).toBe(1)
    expect(second.stderr).toContain('另一个进程')
  })
})

test('export is the same bytes whatever the order of loading', () => {
  const exported = (order: string[]) => {
    const place = mkdtempSync(join(tmpdir(), 'kaiming-export-'))
    const there = { ...env, KAIMING_DATA_DIR: join(place, 'data') }
    for (const file of order)
      execFileSync(process.execPath, [kaiming, 'ingest', file], {
        env: there,
        cwd: join(project, 'examples/gazettes'),
        stdio: 'ignore',
      })
    execFileSync(process.execPath, [kaiming, 'export', join(place, 'out')], { env: there, stdio: 'ignore' })
    const bytes = readFileSync(join(place, 'out/documents.jsonl'), 'utf8')
    rmSync(place, { recursive: true, force: true })
    return bytes
  }
  const files = [
    '明溪区人民政府公报2024年第1期.txt',
    '明溪区人民政府公报2025年第2期.txt',
    '明溪政办发〔2025〕19号.html',
  ]
  const forwards = exported(files)
  expect(forwards.split('\n').length).toBeGreaterThan(8)
  expect(exported(files.toReversed())).toBe(forwards)
})
