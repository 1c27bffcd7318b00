import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../ports.ts'
import { makeFolder } from './make-folder.ts'

const HASH = /^[0-9a-f]{64}$/

/** Keeps files by their SHA-256 under `folder/ab/cdef…`: a file is written whole or not at all, and never twice. */
export function openDiskStore(folder: string): FileStore {
  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new Error('a file is named by its SHA-256 in hex')
    return join(folder, hash.slice(0, 2), hash.slice(2))
  }
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(hash)
      if (existsSync(path)) return hash
      makeFolder(join(path, '..'), 0o700)
      const draft = `${path}.${randomUUID()}`
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
        await file.close()
        await rename(draft, path)
      } catch (fault) {
        // Nobody would look for what a full disk has cut off.
        await file.close().catch(() => undefined)
        await rm(draft, { force: true })
        throw fault
      }
      return hash
    },
    get: (hash) =>
      readFile(pathOf(hash)).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return null
        throw fault
      }),
    has: async (hash) => existsSync(pathOf(hash)),
  }
}
