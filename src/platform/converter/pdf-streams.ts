import { inflateSync } from 'node:zlib'
import { MOST_STREAM } from './limits.ts'

const START = Buffer.from('stream')
const END = Buffer.from('endstream')
/** Deflate shrinks at most by this: a shorter stream cannot reach the limit. */
const DEFLATE_RATIO = 1032

const skipsBreak = (bytes: Buffer, at: number): number =>
  bytes[at] === 0x0d ? (bytes[at + 1] === 0x0a ? at + 2 : at + 1) : bytes[at] === 0x0a ? at + 1 : at

const isZlib = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] ?? 0) % 16 === 8 && (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) % 31 === 0

/** Whether data inflates past the limit, also when it was deflated twice. */
function inflatesPast(data: Uint8Array, most: number): boolean {
  let layer = data
  for (let depth = 0; depth < 4; depth++) {
    if (!isZlib(layer, 0) || layer.length * DEFLATE_RATIO ** (4 - depth) <= most) return false
    try {
      layer = inflateSync(layer, { maxOutputLength: most })
    } catch (fault) {
      return (fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    }
  }
  return false
}

/**
 * Whether a PDF holds a stream that inflates to more than a page of text ever has. pdf.js inflates without a limit (a file
 * of a few kilobytes took 3.8 GB), so this is looked at before. Images are left out: they are never decoded here.
 */
export function hasBomb(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  for (let at = bytes.indexOf(START); at >= 0; at = bytes.indexOf(START, at + START.length)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const from = skipsBreak(bytes, at + START.length)
    if (!isZlib(bytes, from)) continue
    const dictionary = bytes.subarray(Math.max(0, at - 600), at).toString('latin1')
    if (/\/Subtype\s*\/Image(?![\s\S]*\bobj\b)/.test(dictionary)) continue
    const found = bytes.indexOf(END, from)
    const to = found < 0 ? bytes.length : found
    if (inflatesPast(bytes.subarray(from, to), MOST_STREAM)) return true
    at = Math.max(at, to - START.length)
  }
  return false
}
