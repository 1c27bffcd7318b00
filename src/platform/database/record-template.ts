import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { makeFolder } from '../files/make-folder.ts'

/** Both from src/ and from dist/ the folder lies beside them. */
const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** Where building puts an empty record; one that another PGlite made is another file. */
export function templatePath(folder: string = DIST): string {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(pglite), '../package.json'), 'utf8')) as { version: string }
  return join(folder, `record-${version}.tar.gz`)
}

/**
 * Unpacks the empty record into a folder that is not there yet; false when the program was built without one. Making a
 * record anew starts a second PostgreSQL beside the first, which takes two seconds and the most memory of all there is.
 */
export async function unpackTemplate(folder: string, template: string = templatePath()): Promise<boolean> {
  if (!existsSync(template)) return false
  const archive = extract()
  const unpacking = pipeline(createReadStream(template), createGunzip(), archive)
  // A broken archive fails in both: the reason is told by the one below.
  unpacking.catch(() => undefined)
  for await (const entry of archive) {
    const { name, type } = entry.header
    const path = join(folder, name)
    if (type === 'directory') makeFolder(path, 0o700)
    else await pipeline(entry, createWriteStream(path, { mode: 0o600 }))
    entry.resume()
  }
  await unpacking
  return true
}
