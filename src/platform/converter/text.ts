import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Finding, SourceLine, SourceText } from '../../reader/types.ts'
import { LARGEST_TEXT, tooLarge } from './limits.ts'

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The signs that official Chinese text is full of: in a wrong encoding they are rare. */
const COMMON = new Set(
  '的一是在和有为国以要人年月日不中大上下对于及等与各区市县政府公开关通知工作管理发展实施办法，。、；：（）“”《》〔〕　 \n',
)

/** How far a decoded sample looks like a text: common Chinese signs count most, other Chinese and ASCII less, rubbish against it. */
function likeness(text: string): number {
  const sample = text.slice(0, 4000)
  let sum = 0
  for (const sign of sample) {
    if (COMMON.has(sign)) sum += 1
    else if (/[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]/.test(sign)) sum += 0.2
    else if (/[\t\r\x20-\x7e]/.test(sign)) sum += 0.2
    else sum -= 1
  }
  return sample.length === 0 ? 0 : sum / sample.length
}

/** Less than this is no text in any language that gazettes are written in. */
const LEAST_LIKENESS = 0.1
/** Share of broken signs up to which a text is read, each broken line with a finding. */
const MOST_BROKEN = 0.02

const REPLACEMENT = '\ufffd'
const brokenShare = (text: string): number => (text.split(REPLACEMENT).length - 1) / Math.max(1, text.length)

/** The text in the encoding that reads most like one; null when it is none, or broken in too many places. */
function decodeBest(bytes: Uint8Array, encodings: readonly Encoding[]): { text: string; encoding: Encoding } | null {
  let best: { text: string; encoding: Encoding; likeness: number } | null = null
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(bytes)
    if (isBinary(text) || brokenShare(text) > MOST_BROKEN) continue
    // UTF-8 that is nowhere broken is never anything else.
    if (encoding === 'utf-8' && !text.includes(REPLACEMENT)) return { text, encoding }
    const found = likeness(text)
    if (found >= LEAST_LIKENESS && (best === null || found > best.likeness)) best = { text, encoding, likeness: found }
  }
  return best
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

/** The text of bytes in UTF-8, GB18030 or UTF-16, with or without a byte order mark; broken bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): Outcome<{ readonly text: string; readonly encoding: Encoding }> {
  if (bytes.length > LARGEST_TEXT) return refused('too-large', tooLarge(bytes.length, LARGEST_TEXT))
  const marked = encodingByMark(bytes)
  const found = decodeBest(bytes, marked ? [marked] : ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])
  if (found) return done(found)
  return refused(
    'not-text',
    isBinary(new TextDecoder('utf-8').decode(bytes.subarray(0, 20_000)))
      ? NOT_TEXT
      : '文字编码认不出来（不是 UTF-8、GB18030 或 UTF-16），请另存为 UTF-8 文本后再试。',
  )
}

/** Lines that broken bytes stand in; a clerk needs the first, not thousands. */
const MOST_BROKEN_LINES = 50

function brokenLines(lines: readonly SourceLine[]): Finding[] {
  return lines
    .filter(({ text }) => text.includes(REPLACEMENT))
    .slice(0, MOST_BROKEN_LINES)
    .map(({ number }) => ({
      code: 'characters-lost',
      severity: 'warning',
      message: `有认不出来的字（已用 ${REPLACEMENT} 代替），请对照原文件核对。`,
      line: number,
    }))
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
  if (text.trim() === '') return refused('no-text', '文件里没有文字。请打开看看，是不是选错了文件。')
  const lines = linesOf(text)
  return done({ format, lines, hints: {}, findings: brokenLines(lines) })
}
