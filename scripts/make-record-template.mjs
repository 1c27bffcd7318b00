// Puts an empty record into dist/, which a new installation unpacks instead of making one (src/platform/database/record-template.ts).
import './need-node.mjs'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { pack } from 'tar-stream'
import { templatePath } from '../dist/platform/database/record-template.js'

const folder = mkdtempSync(join(tmpdir(), 'kaiming-template-'))
try {
  const record = join(folder, 'record')
  const client = await PGlite.create(record)
  // From these a server makes further databases. Nobody makes one here, and they are two thirds of the files to unpack.
  for (const name of ['template1', 'template0']) {
    await client.exec(`ALTER DATABASE ${name} IS_TEMPLATE false`)
    await client.exec(`DROP DATABASE ${name}`)
  }
  await client.close()
  const archive = pack()
  const draft = `${templatePath()}.new`
  const written = pipeline(archive, createGzip({ level: 9 }), createWriteStream(draft))
  const made = new Date(0)
  for (const name of ['', ...readdirSync(record, { recursive: true }).sort()]) {
    const isFolder = statSync(join(record, name)).isDirectory()
    if (isFolder) archive.entry({ name: `${name}/`, type: 'directory', mtime: made })
    else archive.entry({ name, mtime: made }, readFileSync(join(record, name)))
  }
  archive.finalize()
  await written
  renameSync(draft, templatePath())
} finally {
  rmSync(folder, { recursive: true, force: true })
}
