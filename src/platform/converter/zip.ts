import { fromBuffer, type ZipFile } from 'yauzl'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { CHECK_SOURCE, LARGEST_INFLATED } from './limits.ts'

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true },
      (fault, zip) => (fault || !zip ? reject(fault) : resolve(zip)),
    )
  })

/**
 * The wanted parts of an archive. Sizes are checked by its directory before anything is inflated, and again while
 * inflating, since a directory can lie.
 */
export async function readArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Outcome<ReadonlyMap<string, Buffer>>> {
  try {
    return await readParts(await open(bytes), isWanted)
  } catch {
    return refused('broken', '文件已经损坏或者没有下载完整，打不开。请重新下载或另存一份。')
  }
}

const BOMB = refused('inflates-too-much', `文件解压后太大，可能是压缩炸弹，已拒绝读取。${CHECK_SOURCE}`)

function readParts(zip: ZipFile, isWanted: (name: string) => boolean): Promise<Outcome<ReadonlyMap<string, Buffer>>> {
  const parts = new Map<string, Buffer>()
  let inflated = 0
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(done(parts)))
    zip.on('entry', (entry: { fileName: string; uncompressedSize: number; isEncrypted?: () => boolean }) => {
      if (!isWanted(entry.fileName)) return zip.readEntry()
      inflated += entry.uncompressedSize
      if (inflated > LARGEST_INFLATED) {
        zip.close()
        return resolve(BOMB)
      }
      zip.openReadStream(entry as never, (fault, stream) => {
        if (fault || !stream) return reject(fault)
        const chunks: Buffer[] = []
        let size = 0
        stream.on('error', reject)
        stream.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > LARGEST_INFLATED) {
            stream.destroy()
            resolve(BOMB)
          } else chunks.push(chunk)
        })
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
}
