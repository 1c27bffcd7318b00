import type { SourceLine } from '../types.ts'

const RULE_CELL = /^\s*(?::?-{2,}:?|:-+:?|-+:)\s*$/
const HAS_RULE = /\|\s*:?-{2,}:?\s*\|\s*:?-{2,}:?\s*\|/
const isBlank = (text: string | undefined): boolean => text !== undefined && text.trim() === ''

/** A Markdown table on one line: `| 甲 | 乙 | | --- | --- | | 1 | 2 |`. Null when the line is none. */
function unfolded(line: SourceLine): SourceLine[] | null {
  const parts = line.text.split('|')
  const rule = parts.findIndex((part) => RULE_CELL.test(part))
  let width = 0
  while (RULE_CELL.test(parts[rule + width] ?? '')) width++
  const header = rule - width - 1
  if (width < 2 || header < 1 || !isBlank(parts[rule - 1])) return null
  const row = (from: number): SourceLine => ({ ...line, text: `|${parts.slice(from, from + width).join('|')}|` })
  const rows = [row(header)]
  let at = rule
  // Between the end of one row and the beginning of the next stands nothing but a space.
  while (at + width < parts.length) {
    rows.push(row(at))
    at += width
    if (!isBlank(parts[at])) break
    at++
  }
  const [before, after] = [parts.slice(0, header).join('|'), parts.slice(at).join('|')]
  return [
    ...(before.trim() === '' ? [] : [{ ...line, text: before }]),
    ...rows,
    ...(after.trim() === '' ? [] : [{ ...line, text: after }]),
  ]
}

/** Markdown tables whose line breaks were lost, row by row. */
export function flatRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text, cells }) => !cells && text.includes('--') && HAS_RULE.test(text))) return lines
  return lines.flatMap((line) => {
    const isFlat = !line.cells && HAS_RULE.test(line.text) && !/^[|\s:-]+$/.test(line.text)
    return (isFlat && unfolded(line)) || [line]
  })
}
