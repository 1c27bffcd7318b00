import { foldWidth } from '../kernel/han.ts'
import type { SourceLine, SourceText } from './types.ts'

/** A source line made ready for reading. */
export interface Line {
  /** Number in the source. */
  readonly number: number
  /** As printed, without marks of Markdown and HTML and without space at its ends. */
  readonly text: string
  /** `text` in one width: places in one are places in the other. All patterns look at this. */
  readonly key: string
  /** White space before the text: printed paragraphs begin two characters in. */
  readonly isIndented: boolean
  readonly isRow: boolean
  readonly source: SourceLine
}

const MARKS = /^(?:#{1,6}\s+|>\s+)|\*\*|<\/?(?:p|b|strong|br|div|span)\s*\/?>/g
const RULE = /^[-_=*·.…—\s]{3,}$/

/** Rows: cells of a format, tabs between text, or Markdown pipes. A stray tab at an end of a line makes no row. */
export function isRowLine(line: SourceLine): boolean {
  if (line.cells !== undefined) return true
  const { text } = line
  if (text.includes('\t')) return text.trim().includes('\t') || /^\t+\S/.test(text) || /\S\t+$/.test(text)
  return /^\s*\|.*\|.*\|\s*$/.test(text)
}

/** Text longer than this is never a heading, a label or a field: patterns look at its beginning alone. */
export const LONGEST_MARK = 400

/** The lines that hold anything, made ready for reading; lines of nothing but rules and marks count as empty. */
export function readLines(source: SourceText): Line[] {
  const lines: Line[] = []
  for (const line of source.lines) {
    const bare =
      line.text.includes('*') || line.text.includes('<') || /^[#>]/.test(line.text)
        ? line.text.replace(MARKS, '')
        : line.text
    const text = bare.trim()
    const isRow = isRowLine(line)
    if (!isRow && (text === '' || (text.length < 200 && RULE.test(text)))) continue
    lines.push({
      number: line.number,
      text,
      key: foldWidth(text),
      isIndented: /^[\s\u3000]{2,}|^\u3000/.test(bare),
      isRow,
      source: line,
    })
  }
  return lines
}
