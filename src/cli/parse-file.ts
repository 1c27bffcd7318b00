import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { faultReason } from '../kernel/fault-reason.ts'
import { openReader } from '../open-reader.ts'
import { refusalOfSize } from '../platform/converter/limits.ts'
import { parseView } from '../reader/parse-view.ts'
import { describeReading } from './describe-reading.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件，请检查路径。',
  EISDIR: '这是一个文件夹，请给出一个文件；要装载整个文件夹，请用 kaiming ingest。',
}

/** The bytes of a file, or why there are none. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file)
    return refusalOfSize(file, size) ?? (await readFile(file))
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException
    return REASONS[code] ?? `读不了：${faultReason(fault)}。`
  }
}

/**
 * `kaiming parse FILE`: what the reader finds in a file; touches no database. It is read in a process of its own under limits of time
 * and memory, as when it is loaded. Returns the exit code.
 */
export async function parseFile(file: string, isJson: boolean): Promise<0 | 1> {
  const bytes = await bytesOf(file)
  if (typeof bytes === 'string') {
    process.stderr.write(`${file}：${bytes}\n`)
    return 1
  }
  const reader = openReader(1)
  const read = await reader.read({ name: basename(file), bytes })
  await reader.close()
  if (!read.ok) {
    process.stderr.write(`${file}：${read.line === null ? '' : `第 ${read.line} 行：`}${read.message}\n`)
    return 1
  }
  process.stdout.write(
    isJson
      ? `${JSON.stringify(parseView(read.reading))}\n`
      : describeReading(basename(file), read.source, read.reading),
  )
  return 0
}
