import { type FileHandle, open, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'

/** A file that is being written under another name, and gets its own only when all of it lies on the disk. */
export interface WholeFile {
  readonly sink: Writable
  /** After the sink has ended: all of it lies on the disk. Throws `NoRoomFault` when it did not fit. Returns its length. */
  settle(): Promise<number>
  /** Gives it its name, in the place of a file that had it. */
  name(): Promise<void>
  /** Leaves nothing behind; one that has its name stays. */
  abandon(): Promise<void>
}

/** A file did not fit on its disk. What was written of it is gone. */
export class NoRoomFault extends Error {
  readonly code = 'ENOSPC'
  readonly syscall = 'write'
  readonly path: string
  /** Bytes of the whole file, and those that are free there without it. */
  readonly needed: number
  readonly free: number
  constructor(path: string, needed: number, free: number) {
    super(`${path} takes ${needed} bytes, ${free} are free`)
    this.path = path
    this.needed = needed
    this.free = free
  }
}

/** A full disk, a used-up quota, or a file that is larger than its file system takes. */
const isNoRoom = (fault: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((fault as NodeJS.ErrnoException).code))

/**
 * Begins a file. When the disk is full in the middle of it, what was written goes away at once, so that nobody else stands
 * before a full disk, and the rest is only counted: whoever waits is told how much room the whole takes.
 */
export async function beginWholeFile(path: string, mode = 0o666): Promise<WholeFile> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory())
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR', syscall: 'open', path })
  const draft = `${path}.part`
  const handle = await open(draft, 'w', mode)
  let length = 0
  let state: 'open' | 'full' | 'closed' = 'open'
  const close = async (next: 'full' | 'closed') => {
    if (state === 'open') await handle.close()
    state = next
  }
  const giveUp = async (fault: unknown): Promise<void> => {
    await close('full')
    await rm(draft, { force: true })
    if (!isNoRoom(fault)) throw fault
  }
  const put = async (chunk: Buffer): Promise<void> => {
    length += chunk.length
    if (state === 'open') await writeAll(handle, chunk).catch(giveUp)
  }
  return {
    sink: new Writable({ write: (chunk: Buffer, _encoding, next) => void put(chunk).then(() => next(), next) }),
    async settle() {
      if (state === 'open') await handle.sync().catch(giveUp)
      if (state === 'full') throw new NoRoomFault(path, length, await freeAt(dirname(path)))
      await close('closed')
      return length
    },
    async name() {
      await rename(draft, path)
      await syncFolder(dirname(path))
    },
    async abandon() {
      await close('closed')
      await rm(draft, { force: true })
    },
  }
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let from = 0; from < chunk.length; ) from += (await handle.write(chunk, from)).bytesWritten
}

async function freeAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** The name lies on the disk too; some file systems (of other systems, over a network) do not take that, and need no asking. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => undefined)
  await handle.close()
}
