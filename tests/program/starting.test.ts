import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
/** Loaded before all else, it makes this Node give itself out for an older one. */
const OLD = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** What npm would run, on a Node that says that it is 20. */
function onOldNode(command: string, cwd: string) {
  const [program = '', ...args] = command.split(' ')
  const before = program === 'tsx' ? [join(project, 'node_modules/tsx/dist/cli.mjs')] : []
  const env = { ...process.env, NODE_OPTIONS: `--import=${OLD}` }
  return spawnSync(process.execPath, [...before, ...args], { cwd, encoding: 'utf8', env, timeout: 60_000 })
}

describe('on a platform that has no Node 24', () => {
  /** A checkout without the package `node`. */
  const checkout = mkdtempSync(join(tmpdir(), 'kaiming-starting-'))
  beforeAll(() => {
    cpSync(join(project, 'bin'), join(checkout, 'bin'), { recursive: true })
    writeFileSync(join(checkout, 'package.json'), '{ "type": "module" }')
    symlinkSync(join(project, 'dist'), join(checkout, 'dist'))
    mkdirSync(join(checkout, 'node_modules'))
  })
  afterAll(() => rmSync(checkout, { recursive: true, force: true }))

  test.each(Object.entries(scripts).filter(([name]) => name !== 'start'))('npm run %s says so', (_, command) => {
    const { status, stdout, stderr } = onOldNode(command, project)
    expect(stderr).toContain('需要 Node 24，现在运行的是 20.20.2。')
    expect(stderr).not.toMatch(/\n\s+at /)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })

  test.each(['bin/kaiming.js', 'bin/demonstration.js'])('%s says so', (path) => {
    const { status, stderr } = onOldNode(`node ${path}`, checkout)
    expect(stderr).toContain('需要 Node 24，这里是 20.20.2')
    expect(stderr).toContain('请安装 Node 24 后再试')
    expect(status).toBe(1)
  })
})

test('npm’s prepare, which runs also at the first `npx kaiming`, leaves alone what is compiled', () => {
  const compiled = join(project, 'dist/cli/kaiming.js')
  const before = statSync(compiled).mtimeMs
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--when-possible'], { cwd: project })
  expect(status).toBe(0)
  expect(statSync(compiled).mtimeMs).toBe(before)
})
