import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unwritten } from './no-room.ts'
import { beginWholeFile, NoRoomFault, type WholeFile } from './whole-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiming-whole-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (file: WholeFile, ...texts: string[]) => pipeline(texts, file.sink)

describe('a file that has its name only when it is whole', () => {
  test('takes the place of the one that had the name, in the mode that is asked for', async () => {
    const path = join(folder, 'whole')
    writeFileSync(path, 'before')
    const file = await beginWholeFile(path, 0o600)
    await write(file, '公报', '第一期')
    expect(await file.settle()).toBe(15)
    expect(readFileSync(path, 'utf8')).toBe('before')
    await file.name()
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['公报第一期', 0o600])
    await file.abandon()
    expect(existsSync(path)).toBe(true)
  })

  test('abandoned at any moment leaves what was there, and nothing else', async () => {
    const path = join(folder, 'abandoned')
    writeFileSync(path, 'before')
    for (const until of ['begun', 'written', 'settled'] as const) {
      const file = await beginWholeFile(path)
      if (until !== 'begun') await write(file, 'after')
      if (until === 'settled') await file.settle()
      await file.abandon()
      expect([readFileSync(path, 'utf8'), existsSync(`${path}.part`)]).toEqual(['before', false])
    }
  })

  test('on a full disk leaves nothing, and says how much room the whole takes', async () => {
    const full = join(folder, 'full')
    mkdirSync(full)
    symlinkSync('/dev/full', join(full, 'backup.part'))
    const file = await beginWholeFile(join(full, 'backup'))
    await write(file, 'x'.repeat(3000), 'y'.repeat(2000))
    expect(readdirSync(full)).toEqual([])
    const fault = await file.settle().catch((thrown: unknown) => thrown)
    expect(fault).toBeInstanceOf(NoRoomFault)
    expect(fault).toMatchObject({ needed: 5000, path: join(full, 'backup') })
    await file.abandon()
    expect(unwritten(fault as NoRoomFault, 0)).toBe(`磁盘已满（${join(full, 'backup')}），一共要写 5 KB`)
  })

  test('where a folder has the name is not even begun', async () => {
    mkdirSync(join(folder, 'taken'))
    await expect(beginWholeFile(join(folder, 'taken'))).rejects.toMatchObject({ code: 'EISDIR', syscall: 'open' })
    expect(existsSync(join(folder, 'taken.part'))).toBe(false)
  })
})

test.each([
  {
    fault: new NoRoomFault('/b/x', 5 * 1024 * 1024, 1024 * 1024),
    says: '磁盘已满（/b/x），一共要写 5 MB，那里只有 1 MB',
  },
  { fault: { code: 'EACCES', syscall: 'open', path: '/b/x' }, says: '没有权限（/b/x）' },
  {
    fault: { code: 'ENOSPC', path: '/data' },
    says: '文件写得下（2 MB），但记录所在的磁盘（/data）剩下的不到 32 MB，不能记入审计',
  },
  { fault: new Error('the record is closed'), says: null },
])('why something was not written: $says', ({ fault, says }) => {
  expect(unwritten(fault as NodeJS.ErrnoException, 2 * 1024 * 1024)).toBe(says)
})
