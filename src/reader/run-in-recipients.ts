import { withoutSpaces } from '../kernel/han.ts'
import { type Line, LONGEST_MARK } from './lines.ts'
import { isRecipients } from './marks.ts'

/** Longest list of recipients that a text runs on behind. */
const LONGEST = 240
const IS_SENTENCE = /[。;!《〔]|现将|如下|为了|根据|按照|关于/
/** 各街道办事处, or 安岭乡人民政府 whom the text calls 你乡: 责任单位：区教育局 addresses nobody. */
const NAMES_MANY = /各/
const SPEAKS_TO = /^\s*你/

/**
 * Parts the first line of a document where its text runs on behind those it is sent to: 各街道办事处，区政府各部门：经区政府同意，现…. Copies on web
 * pages often lost the break.
 */
export function recipientsApart(lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines
  const at = first === undefined || first.isRow ? -1 : first.key.slice(0, LONGEST).indexOf(':')
  if (first === undefined || at < 0 || at === first.key.length - 1) return lines
  const [named, text] = [part(first, 0, at + 1), part(first, at + 1)]
  if (!isRecipients(named) || IS_SENTENCE.test(named.bare)) return lines
  return NAMES_MANY.test(named.bare) || SPEAKS_TO.test(text.key) ? [named, text, ...rest] : lines
}

/** A piece of a line, from a place to another. */
function part(line: Line, from: number, to?: number): Line {
  const [text, key] = [line.text.slice(from, to).trim(), line.key.slice(from, to).trim()]
  return { ...line, text, key, bare: key.length > LONGEST_MARK ? '' : withoutSpaces(key) }
}
