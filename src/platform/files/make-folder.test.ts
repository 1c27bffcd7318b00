import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { faultReason } from '../../kernel/fault-reason.ts'
import { makeFolder } from './make-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaiming-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'file'), '')

test('folders that are missing are made, and one that is there stays', () => {
  const path = join(folder, 'a', 'b', 'c')
  makeFolder(path)
  makeFolder(path)
  expect(existsSync(path)).toBe(true)
})

test.each([
  ['a file of that name', join(folder, 'file'), '已经有同名的文件'],
  ['a file on the way', join(folder, 'file', 'a', 'b'), '路径里有一段不是文件夹'],
])('%s is told', (_, path, reason) => {
  const fault = (() => {
    try {
      return makeFolder(path)
    } catch (thrown) {
      return thrown
    }
  })()
  expect(faultReason(fault)).toContain(reason)
})

// Node's recursive mkdir does not come back from here.
test.runIf(existsSync('/proc/self'))('where no folder can be made, it ends with a sentence', () => {
  expect(() => makeFolder('/proc/kaiming/a')).toThrow('这里不能建立文件夹（/proc/kaiming）')
})
