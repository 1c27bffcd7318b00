import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { SourceLine, SourceText } from '../../reader/types.ts'
import { LARGEST_TEXT, tooLarge } from './limits.ts'

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Share of zero bytes at even and at odd places, in the first bytes: UTF-16 text of Chinese documents has ASCII digits. */
function zerosAt(bytes: Uint8Array): readonly [even: number, odd: number] {
  const zeros = [0, 0] as [number, number]
  const length = Math.min(bytes.length, 4096)
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1]++
  return [zeros[0] / (length / 2), zeros[1] / (length / 2)]
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const decodes = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Share of Han characters and common punctuation: what a wrong guess of UTF-16 without a mark lacks. */
function looksChinese(text: string): boolean {
  const sample = text.slice(0, 2000)
  const common = sample.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef0-9a-zA-Z\s.,()]/g)?.length ?? 0
  return sample.length > 0 && common / sample.length > 0.8
}

/** Control characters that text never has. */
const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 20_000)
  let odd = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) odd++
  }
  return odd > sample.length * 0.005 + 1
}

const NOT_TEXT = '文件不是文本（可能是改了扩展名的其他文件），请用原来的扩展名，或者另存为文本、DOCX 或 PDF。'

/** The text of bytes in UTF-8, GB18030 or UTF-16, with or without a byte order mark. */
export function decodeText(bytes: Uint8Array): Outcome<{ readonly text: string; readonly encoding: Encoding }> {
  if (bytes.length > LARGEST_TEXT) return refused('too-large', tooLarge(bytes.length, LARGEST_TEXT))
  const marked = encodingByMark(bytes)
  const [even, odd] = zerosAt(bytes)
  const tries: Encoding[] = marked
    ? [marked]
    : odd > 0.05 && even < 0.02
      ? ['utf-16le']
      : even > 0.05 && odd < 0.02
        ? ['utf-16be']
        : ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
  for (const encoding of tries) {
    const text = decodes(bytes, encoding)
    if (text === null || isBinary(text)) continue
    if (encoding.startsWith('utf-16') && !marked && !looksChinese(text)) continue
    if (encoding === 'gb18030' && !looksChinese(text)) continue
    return done({ text, encoding })
  }
  // A few broken bytes in a long UTF-8 text are shown as such and found by line; a file that is mostly broken is refused.
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  if (!isBinary(text) && broken > 0 && broken < text.length * 0.02) return done({ text, encoding: 'utf-8' })
  return refused(
    'not-text',
    isBinary(text) ? NOT_TEXT : '文字编码认不出来（不是 UTF-8、GB18030 或 UTF-16），请另存为 UTF-8 文本后再试。',
  )
}

/** Lines of a text, numbered as in the file, whatever ends them. A form feed begins a page. */
function linesOf(text: string): SourceLine[] {
  const isPaged = text.includes('\f')
  let page = 1
  return text.split(/\r\n|\n|\r/).map((line, index) => {
    if (!isPaged) return { number: index + 1, text: line }
    page += line.match(/\f/g)?.length ?? 0
    return { number: index + 1, text: line.replaceAll('\f', ''), page }
  })
}

/** Reads a text or Markdown file as it stands: marks of Markdown are often meaningless, so the reader looks at them. */
export function convertText(bytes: Uint8Array, format: 'txt' | 'md'): Outcome<SourceText> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  if (text.trim() === '') return refused('no-text', '文件里没有文字。')
  return done({ format, lines: linesOf(text), hints: {}, findings: [] })
}
