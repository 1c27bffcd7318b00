import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Types and a database of its own: on a busy machine some minutes. */
const LONGEST = 400_000

const project = resolve(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'kaiming-example-'))

/** Blocks of code in CONTRIBUTING.md under a line that is nothing but a path. */
const blocks = [
  ...readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8').matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm),
].map(([, path = '', code = '']) => ({ path: path.replace('NNNN', '9999'), code }))

/** Runs a program of the copy; what it said is shown when it fails. */
function run(name: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'node_modules', name), ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, KAIMING_TEST_DATABASE_URL: '' },
  })
  return status === 0 ? '' : `${stdout}${stderr}`
}

beforeAll(() => {
  for (const name of [
    'src',
    'migrations',
    'package.json',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    '.dependency-cruiser.mjs',
    '.gitignore',
  ])
    cpSync(join(project, name), join(copy, name), { recursive: true })
  mkdirSync(join(copy, 'tests/architecture'), { recursive: true })
  cpSync(join(project, 'tests/architecture/tables.test.ts'), join(copy, 'tests/architecture/tables.test.ts'))
  // A folder of its own: the templates of test databases that lie in it are not those of this tree.
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(project, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(project, 'node_modules', name), join(copy, 'node_modules', name))
  for (const { path, code } of blocks) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), code)
  }
  const list = join(copy, 'src/capabilities.ts')
  const before = readFileSync(list, 'utf8')
  const after = `import { hotlines } from './capabilities/hotlines/capability.ts'\n${before.replace('Capability[] = [', 'Capability[] = [hotlines, ')}`
  expect(after).toContain('= [hotlines, ')
  writeFileSync(list, after)
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('the worked example of CONTRIBUTING.md adds files and replaces none', () => {
  expect(blocks.length).toBeGreaterThan(8)
  expect(blocks.map(({ path }) => path).filter((path) => existsSync(join(project, path)))).toEqual([])
})

test(
  'it has its types',
  () => {
    expect(run('typescript/bin/tsc', ['--noEmit', '-p', '.'])).toBe('')
  },
  LONGEST,
)

test(
  'it keeps to the rooms and to how code is written',
  () => {
    expect(
      run('dependency-cruiser/bin/dependency-cruise.mjs', [
        'src/capabilities/hotlines',
        'src/capabilities.ts',
        '--config',
        '.dependency-cruiser.mjs',
        '--output-type',
        'err',
      ]),
    ).toBe('')
    expect(
      run('@biomejs/biome/bin/biome', [
        'check',
        '--vcs-enabled=false',
        '--error-on-warnings',
        'src/capabilities/hotlines',
      ]),
    ).toBe('')
  },
  LONGEST,
)

test(
  'its rule holds, its page answers, its table is guarded and is the one in code',
  () => {
    expect(
      run('vitest/vitest.mjs', [
        'run',
        '--project',
        'unit',
        '--project',
        'architecture',
        '--hookTimeout',
        '200000',
        '--testTimeout',
        '100000',
        'hotlines',
        'tables',
      ]),
    ).toBe('')
  },
  LONGEST,
)
