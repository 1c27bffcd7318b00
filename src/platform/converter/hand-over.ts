import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Larger files go through the disk: a message between processes stands in memory three times on its way. */
const LARGEST_MESSAGE = 4 * 1024 * 1024

/** The bytes of a file on their way to the process that reads it. */
export type Handed = { readonly bytes: Uint8Array } | { readonly path: string }

export interface HandedOver {
  readonly handed: Handed
  /** Takes away what handing over left behind. */
  drop(): Promise<void>
}

export async function handOver(bytes: Uint8Array): Promise<HandedOver> {
  if (bytes.length <= LARGEST_MESSAGE) return { handed: { bytes }, drop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'kaiming-read-'))
  const drop = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'file')
    await writeFile(path, bytes, { mode: 0o600 })
    return { handed: { path }, drop }
  } catch {
    // No room there: the message is the way that is left.
    await drop()
    return { handed: { bytes }, drop: async () => undefined }
  }
}

export const takeOver = async (handed: Handed): Promise<Uint8Array> =>
  'path' in handed ? readFile(handed.path) : handed.bytes
