import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'

/** What the folder was built with: another stamp (dictionary, fields, shape) means that it is built anew. */
export function openFolder(folder: string, stamp: string): void {
  const file = join(folder, 'stamp')
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return
  rmSync(folder, { recursive: true, force: true })
  makeFolder(folder)
  writeFileSync(file, stamp)
}

/** The cursor as it lies in the index's own folder, written whole or not at all. */
export interface KeptCursor {
  read(): number | null
  write(version: number): void
  forget(): void
}

export function keptCursor(folder: string): KeptCursor {
  const file = join(folder, 'cursor')
  return {
    read() {
      const version = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
      return Number.isInteger(version) ? version : null
    },
    write(version) {
      writeFileSync(`${file}.new`, String(version))
      renameSync(`${file}.new`, file)
    },
    forget: () => rmSync(file, { force: true }),
  }
}
