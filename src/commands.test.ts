import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLERK, openTestLibrary, type TestLibrary } from './capabilities/library/testing.ts'
import { readArguments } from './cli/read-arguments.ts'
import { runCommand } from './cli/run-command.ts'
import { commands } from './commands.ts'
import { verifyAudit } from './platform/audit/audit.ts'
import { openLanceIndex } from './platform/full-text/lance-index.ts'
import type { Deps } from './platform/ports.ts'

const place = mkdtempSync(join(tmpdir(), 'kaiming-commands-'))
let library: TestLibrary
let deps: Deps

const notice = (number: number, words: string, title = '关于规范停车秩序的通知') => `明溪区人民政府${title}

明溪政发〔2025〕${number}号

各街道办事处：

一、合理设置泊位。${words}

明溪区人民政府

2025年3月1日
`
const files = {
  'one.txt': notice(1, '各街道办事处应当在三十日内完成普查。'),
  'two.txt': notice(2, '各街道办事处应当公示收费标准。'),
  'three.txt': notice(3, '各街道办事处应当完成自查。', '关于做好供热保障的通知'),
  'units.json': JSON.stringify({ units: [{ id: 'civil', kind: 'department', names: [{ name: '明溪区民政局' }] }] }),
  'settings.json': JSON.stringify({ site: 'mingxi', code: '990102', name: '明溪区人民政府' }),
  'redirects.csv': '旧网址,文件编号,标题\n/art/1.html,990102-2025-000001,\n',
  'amended.txt': notice(1, '各街道办事处应当在十日内完成普查。'),
} as const

/** Runs a command as a person types it; returns its exit code and the verbs that it left in the trail. */
async function typed(...argv: string[]): Promise<{ readonly code: number; readonly left: readonly string[] }> {
  const trail = async () => {
    const { rows } = await deps.database.read('mingxi', (tx) =>
      tx.execute<{ verb: string; actor_name: string }>(sql`SELECT verb, actor_name FROM audit ORDER BY number`),
    )
    return rows
  }
  const before = (await trail()).length
  const read = readArguments([...argv, '--site', 'mingxi'], commands)
  if (read.kind !== 'command') throw new Error(`${argv.join(' ')}: ${'text' in read ? read.text : read.kind}`)
  const io = { cwd: place, stdout: () => undefined, stderr: () => undefined, progress: () => undefined }
  const code = await runCommand(read, deps, CLERK, { ...io, signal: new AbortController().signal })
  const added = (await trail()).slice(before)
  expect(added.filter(({ actor_name }) => actor_name !== CLERK.name)).toEqual([])
  return { code, left: added.map(({ verb }) => verb) }
}

beforeAll(async () => {
  library = await openTestLibrary()
  const { words } = library.deps
  deps = {
    ...library.deps,
    bulkWords: {
      searchWords: async (texts) => texts.map((text) => words.searchWords(text).join(' ')),
      close: async () => undefined,
    },
    openFullText: (index, fields, stamp) => openLanceIndex({ folder: join(place, index), fields, stamp }),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
})
afterAll(async () => {
  await library.close()
  rmSync(place, { recursive: true, force: true })
})

const because = ['--reason', '核对原件'] as const
const [ONE, TWO] = ['990102-2025-000001', '990102-2025-000002']
/** In this order: each finds what those before it left. */
const CASES: readonly { readonly argv: readonly string[]; readonly left: readonly string[]; readonly code?: number }[] =
  [
    { argv: ['ingest', 'one.txt', 'two.txt', 'three.txt'], left: ['ingest-file', 'ingest-file', 'ingest-file'] },
    { argv: ['ingest', 'one.txt'], left: [] },
    { argv: ['settings', 'import', 'settings.json'], left: ['import-settings'] },
    { argv: ['units', 'load', 'units.json'], left: ['load-units'] },
    { argv: ['redirects', 'load', 'redirects.csv'], left: ['load-redirects'] },
    { argv: ['correct', ONE, 'topic', '综合政务', ...because], left: ['correct'] },
    { argv: ['correct', ONE, 'topic', '--undo', ...because], left: ['undo-correction'] },
    { argv: ['correct', ONE, 'tasks/9/due', '', ...because], left: [], code: 1 },
    { argv: ['edition', 'add', ONE, 'amended.txt', '--as-of', '2025-05-01', ...because], left: ['add-edition'] },
    { argv: ['merge', TWO, ONE, ...because], left: ['merge-documents'] },
    { argv: ['unmerge', TWO, ...because], left: ['unmerge-document'] },
    { argv: ['split', ONE, 'no.1', ...because], left: [], code: 1 },
    { argv: ['withdraw', TWO, ...because], left: ['withdraw'] },
    { argv: ['withdraw-file', 'three.txt', ...because], left: ['withdraw-file'] },
    { argv: ['export', 'out', '--with-ids'], left: ['export'] },
    { argv: ['backup', 'backup.tar.gz'], left: ['backup'] },
    { argv: ['reindex'], left: ['reindex'] },
  ]
/** What only tells what is there changes nothing, takes nothing out, and is no row. */
const TELLING: readonly (readonly string[])[] = [
  ['audit', 'verify'],
  ['settings', 'check'],
  ['settings', 'history'],
  ['units', 'unmatched'],
  ['doubts'],
  ['missing'],
  ['corrections'],
  ['fields', ONE],
]

describe('every command is a row of the audit trail', () => {
  test('each is known here: what it leaves, or that it only tells', () => {
    const here = [...CASES.map(({ argv }) => argv), ...TELLING]
    const names = commands.map(({ name }) => name)
    expect(names.filter((name) => !here.some((argv) => argv.join(' ').startsWith(name)))).toEqual([])
  })

  test('those that change, take out or rebuild leave one each; refused ones leave none', async () => {
    for (const { argv, left, code = 0 } of CASES) {
      const outcome = await typed(...argv)
      expect([argv.join(' '), outcome]).toEqual([argv.join(' '), { code, left }])
    }
    expect(await verifyAudit(deps.database, 'mingxi')).toMatchObject({ ok: true })
  })

  test.each(TELLING.map((argv) => ({ typed: argv.join(' '), argv })))('$typed leaves none', async ({ argv }) => {
    expect((await typed(...argv)).left).toEqual([])
  })

  test('what is exported is the same however often it is; the row has its hash', async () => {
    await typed('export', 'again', '--with-ids')
    expect(readFileSync(join(place, 'again', 'documents.jsonl'), 'utf8')).toBe(
      readFileSync(join(place, 'out', 'documents.jsonl'), 'utf8'),
    )
    const { rows } = await deps.database.read('mingxi', (tx) =>
      tx.execute<{ detail: { sha256: string; documents: number } }>(
        sql`SELECT detail FROM audit WHERE verb = 'export' ORDER BY number`,
      ),
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]?.detail).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), withIds: true })
    expect(rows[0]?.detail).toEqual(rows[1]?.detail)
  })
})
