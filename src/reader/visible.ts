import type { SourceLine } from './types.ts'

/** Places to break a line, joiners and marks of byte order: pages put them inside words, and nobody sees them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
/** The space of pages that no line breaks at. */
const NO_BREAK = /\u00a0/g
const HAS_ANY = /[\u00a0\u00ad\u200b\u2060\ufeff]/

const seen = (text: string): string => (HAS_ANY.test(text) ? text.replace(INVISIBLE, '').replace(NO_BREAK, ' ') : text)

/** The lines as a reader sees them: without signs that print nothing, and with one kind of half-width space. */
export const visibleLines = (lines: readonly SourceLine[]): readonly SourceLine[] =>
  lines.map((line) => {
    const text = seen(line.text)
    if (!line.cells) return text === line.text ? line : { ...line, text }
    return { ...line, text, cells: line.cells.map((cell) => ({ ...cell, text: seen(cell.text) })) }
  })
