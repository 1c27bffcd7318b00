import type { SourceLine } from '../types.ts'
import { namesColumn } from './column-words.ts'

/** --- | :---: | --- */
const RULE = /^\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+$/
const FRAME = /[│┃┆┊]/g
const FRAME_RULE = /^[\s─━┄┈┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┠┣┤┥┨┫┬┯┰┳┴┷┸┻┼┿╂╋]{3,}$/

/** Longer lines are prose that a stray pipe stands in. */
const LONGEST_HEADER = 400

const isBound = (text: string): boolean => text.startsWith('|') && text.endsWith('|') && text.length > 1

const pipesIn = (text: string): number => text.split('|').length - 1

/** A line of names between pipes. */
function isPipedHeader(text: string): boolean {
  if (text.length > LONGEST_HEADER) return false
  const names = text.replace(/^\||\|$/g, '').split('|')
  return names.length >= 3 && names.every((name) => namesColumn(name.trim()))
}

/**
 * Rows whose cells stand between pipes without one at each end: under a Markdown rule, or under a line of nothing but
 * names of columns. Frames of box-drawing signs are pipes too, their horizontal lines nothing.
 */
export function pipeRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text, cells }) => !cells && /[|│┃]/.test(text))) return lines
  const bare = lines.flatMap((line) => {
    if (line.cells || line.text.includes('\t')) return [line]
    if (FRAME_RULE.test(line.text)) return []
    return /[│┃]/.test(line.text) ? [{ ...line, text: line.text.trim().replace(FRAME, '|') }] : [line]
  })
  let isTable = false
  let width = 0
  return bare.map((line, at) => {
    const text = line.text.trim()
    if (line.cells || line.text.includes('\t') || !text.includes('|')) {
      isTable &&= text === ''
      return line
    }
    const isTop = RULE.test(bare[at + 1]?.text ?? '') || isPipedHeader(text)
    if (isTop) width = pipesIn(text)
    // A page parts rows from their header: as many pipes carry the table on.
    isTable ||= isTop || (width > 1 && pipesIn(text) === width)
    if (!isTable || isBound(text)) return line
    return { ...line, text: `${text.startsWith('|') ? '' : '|'}${text}${text.endsWith('|') ? '' : '|'}` }
  })
}
