import type { SourceLine } from './types.ts'

/** Places to break a line, joiners and marks of byte order: pages put them inside words, and nobody sees them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
/** The space of pages that no line breaks at. */
const NO_BREAK = /\u00a0/g
const HAS_ANY = /[\u00a0\u00ad\u200b\u2060\ufeff]/
/** What a word processor reckons contents and pictures from, and converters leave in the text: HYPERLINK \l "_Toc1", PAGEREF _Toc1 \h. */
const FIELD_CODE =
  /(?:HYPERLINK\s{1,3}(?:\\[a-z]\s{1,3})?"[^"]{0,300}"|PAGEREF\s{1,3}\w{1,60}(?:\s{1,3}\\[a-z])?|\bTOC(?:\s{1,3}\\[a-z](?:\s{1,3}"[^"]{0,40}")?){1,9}|EMBED\s{1,3}(?:Excel|Word|Equation|PowerPoint|Visio|MSPhotoEd|Package|PBrush)[\w.]{0,40})\s?/g
const HAS_CODE = /HYPERLINK|PAGEREF|TOC|EMBED/

const seen = (text: string): string => {
  const printed = HAS_ANY.test(text) ? text.replace(INVISIBLE, '').replace(NO_BREAK, ' ') : text
  return HAS_CODE.test(printed) ? printed.replace(FIELD_CODE, '') : printed
}

/** The lines as a reader sees them: without signs and codes that print nothing, and with one kind of half-width space. */
export const visibleLines = (lines: readonly SourceLine[]): readonly SourceLine[] =>
  lines.map((line) => {
    const text = seen(line.text)
    if (!line.cells) return text === line.text ? line : { ...line, text }
    return { ...line, text, cells: line.cells.map((cell) => ({ ...cell, text: seen(cell.text) })) }
  })
