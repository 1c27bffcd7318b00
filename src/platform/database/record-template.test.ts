import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterAll, expect, test } from 'vitest'
import { templatePath, unpackTemplate } from './record-template.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaiming-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function archive(): Promise<Buffer> {
  const made = pack()
  made.entry({ name: '/', type: 'directory' })
  made.entry({ name: 'PG_VERSION' }, '18\n')
  made.entry({ name: 'pg_notify/', type: 'directory' })
  made.entry({ name: 'base/', type: 'directory' })
  made.entry({ name: 'base/1' }, Buffer.alloc(300_000, 7))
  made.entry({ name: 'base/empty' }, '')
  made.finalize()
  return gzipSync(await buffer(made))
}

test('folders, empty ones too, and files come out as they were put in', async () => {
  const template = templatePath(folder)
  writeFileSync(template, await archive())
  const record = join(folder, 'record')
  expect(await unpackTemplate(record, template)).toBe(true)
  expect(readdirSync(record, { recursive: true }).sort()).toEqual([
    'PG_VERSION',
    'base',
    'base/1',
    'base/empty',
    'pg_notify',
  ])
  expect(readFileSync(join(record, 'base/1')).equals(Buffer.alloc(300_000, 7))).toBe(true)
  expect(readFileSync(join(record, 'base/empty'))).toHaveLength(0)
})

test('a program that was built without one says so, and touches nothing', async () => {
  expect(await unpackTemplate(join(folder, 'none'), join(folder, 'none.tar.gz'))).toBe(false)
  expect(readdirSync(folder)).not.toContain('none')
})

test('an archive that ends too early is a fault, never half a record', async () => {
  const broken = join(folder, 'broken.tar.gz')
  writeFileSync(broken, (await archive()).subarray(0, 200))
  mkdirSync(join(folder, 'half'))
  await expect(unpackTemplate(join(folder, 'half'), broken)).rejects.toThrow()
})
