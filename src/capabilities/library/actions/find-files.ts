import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'

const READABLE = /\.(?:txt|md|markdown|[xs]?html?|mht|mhtml|docx|pdf|doc|wps|ofd)$/i

/** A file of a load, or why there is none. */
export interface FoundFile {
  readonly path: string
  /** The path as it is shown and kept: relative to the folder that the load was called from, when it lies below. */
  readonly name: string
  readonly reason: string | null
}

/** Every readable file below the paths, in order of their names. A path that is not there is a failure of its own. */
export async function findFiles(paths: readonly string[], base: string): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>()
  const add = (path: string, reason: string | null = null) => {
    const below = relative(base, path)
    const name = below === '' ? '.' : below.startsWith('..') ? basename(path) : below
    if (!found.has(path)) found.set(path, { path, name, reason })
  }
  for (const path of paths) {
    const there = await stat(path).catch(() => null)
    if (!there) add(path, '没有这个文件或文件夹，请检查路径。')
    else if (there.isFile()) add(path)
    else if (!there.isDirectory()) add(path, '这不是普通的文件或文件夹（可能是设备或管道），不能装载。')
    else {
      const readable = await readableBelow(path)
      if (readable.length === 0) add(path, '文件夹里没有可以读取的文件（txt、md、html、docx、pdf、doc、wps、ofd）。')
      for (const file of readable) add(file)
    }
  }
  return [...found.values()]
}

async function readableBelow(folder: string): Promise<string[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  return inside
    .filter((entry) => entry.isFile() && READABLE.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
