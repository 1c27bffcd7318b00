import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openDiskStore } from './disk-store.ts'

describe('files by content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-files-'))
  const store = openDiskStore(folder)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the same bytes have one name and one file, also when stored at the same time', async () => {
    const bytes = new TextEncoder().encode('公报')
    const hashes = await Promise.all([store.put(bytes), store.put(bytes), store.put(bytes)])
    expect(new Set(hashes).size).toBe(1)
    expect(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    ).toHaveLength(1)
    expect(await store.get(hashes[0] ?? '')).toEqual(Buffer.from(bytes))
  })

  test('an unknown name has no file; a name that is no hash is never a path', async () => {
    expect(await store.get('a'.repeat(64))).toBeNull()
    expect(() => store.get('../../etc/passwd')).toThrow('SHA-256')
  })
})
