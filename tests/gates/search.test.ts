import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ownEnvironment } from '../own-installation.ts'

const project = resolve(import.meta.dirname, '../..')
const gates = process.env.KAIMING_GATES ?? ''
const folder = mkdtempSync(join(tmpdir(), 'kaiming-search-gate-'))
const kaiming = join(project, 'bin/kaiming.js')
const env = ownEnvironment(folder)

describe('the search against judged queries', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the queries over the texts of the gates: success within three at least 0.85', async () => {
    execFileSync(process.execPath, [kaiming, 'ingest', join(gates, 'texts')], { env, stdio: 'ignore' })
    const server = spawn(process.execPath, [kaiming, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const base = await new Promise<string>((settle, reject) => {
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      server.stderr.on('data', (chunk) => {
        const port = /localhost:(\d+)/.exec(String(chunk))?.[1]
        if (port) settle(`http://127.0.0.1:${port}`)
      })
    })
    const set = join(gates, 'eval/search-open.jsonl')
    const output = execFileSync('node', [join(gates, 'tools/eval-search.mjs'), '--base', base, '--set', set], {
      encoding: 'utf8',
    })
    server.removeAllListeners('exit')
    server.kill('SIGTERM')
    process.stdout.write(output)
    expect(Number(/overall (\d\.\d+)\s*$/.exec(output)?.[1])).toBeGreaterThanOrEqual(0.85)
  })
})
