import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const FOLDERS = ['src', 'scripts']
const FILES = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
const STAMP = 'dist/compiled-from'

/** What dist/ would be made from: one hash over the names and bytes of all sources below `root`. */
function hashOf(root) {
  const hash = createHash('sha256')
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length)),
  )
  for (const name of [...FILES, ...inFolders.sort()]) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(`${root}${name}`))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Whether dist/ was made, to its end, from the sources as they are now. */
export const isCompiled = (root) =>
  existsSync(`${root}${STAMP}`) && readFileSync(`${root}${STAMP}`, 'utf8') === hashOf(root)

/** Says in dist/ what it was made from; the last step of building. */
export const stampCompiled = (root) => writeFileSync(`${root}${STAMP}`, hashOf(root))
