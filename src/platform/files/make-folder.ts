import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing. Node's own way of doing that never ends where a folder that exists
 * says of a new one that it does not (as `/proc` does); this one throws.
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { mode })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(path).isDirectory()) return
    if (code !== 'ENOENT') throw fault
    const above = dirname(path)
    if (existsSync(above)) throw Object.assign(new Error(`这里不能建立文件夹（${path}）`), { syscall: 'mkdir' })
    makeFolder(above, mode)
    makeFolder(path, mode)
  }
}
