import { foldWidth } from '../../kernel/han.ts'
import { type ColumnRole, fits, roleOf } from './columns.ts'

const ENDS_SENTENCE = /[。！!；;]$/
const BEGINS_UNIT = /^(?:[市区县省州旗]|各|有关|相关|中国|国家|人民银行)/
/** A label is printed in a column narrower than that of the requirement. */
const NARROWER = 1.5

const asksFor = (role: ColumnRole | undefined): boolean =>
  role === 'lead' || role === 'responsible' || role === 'due' || role === 'person' || role === 'carrier'

/**
 * The cells of a record whose lines stand one beneath another as its columns wrapped them: a label in a narrow column,
 * a requirement that ends with a sentence, units until a name is whole and another begins, a time. `lines` begins with
 * the number. Null where the names are not of this kind.
 */
export function wrappedCells(lines: readonly string[], names: readonly string[]): string[] | null {
  const roles = names.map(roleOf)
  const at = roles.findIndex(asksFor) - 1
  if (at < 1 || at > 2 || !roles.slice(at + 1).every(asksFor)) return null
  const [number = '', ...body] = lines
  const end = body.findLastIndex((line) => ENDS_SENTENCE.test(line))
  if (end < 0) return at === 1 ? cellsByUnits(number, body, roles.slice(2)) : null
  const asked = body.slice(0, end + 1)
  const label = at === 2 ? labelLines(asked) : 0
  const cells = [number, ...(at === 2 ? [asked.slice(0, label).join('')] : []), asked.slice(label).join('')]
  return [...cells, ...tailCells(body.slice(end + 1), roles.slice(at + 1))]
}

const BEGINS_WITH_PLACE = /^\p{Script=Han}{1,4}(?:街道|镇|乡|管委会|园区|开发区)/u
/** Characters of the longest name of a unit. */
const LONGEST_UNIT = 24

/** A requirement that ends in no sentence, and units after it: as many lines as are nothing but names of units. */
function cellsByUnits(number: string, body: readonly string[], roles: readonly ColumnRole[]): string[] | null {
  const [who, when] = roles
  if ((who !== 'lead' && who !== 'responsible') || (when !== undefined && when !== 'due') || roles.length > 2)
    return null
  const [tail, rest] = when === 'due' ? [body.slice(-1), body.slice(0, -1)] : [[], body]
  if (tail[0] !== undefined && !fits('due', foldWidth(tail[0]))) return null
  for (let from = 1; from < rest.length; from++) {
    const units = rest.slice(from).join('')
    if (areUnits(foldWidth(units))) return [number, rest.slice(0, from).join(''), units, ...tail]
  }
  return null
}

const areUnits = (text: string): boolean =>
  (BEGINS_UNIT.test(text) || BEGINS_WITH_PLACE.test(text)) &&
  !/\d/.test(text) &&
  text.split(/[、,，;；]/).every((name) => name.length <= LONGEST_UNIT && fits('lead', name) && name.length > 1)

/** How many of the first lines are the label: none where they are as wide as those of the requirement. */
function labelLines(lines: readonly string[]): number {
  const width = lines[0]?.length ?? 0
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  if (lines.length < 2 || widest < width * NARROWER) return 0
  let count = 1
  while (count < lines.length - 1 && lines[count - 1]?.length === width && (lines[count]?.length ?? 0) <= width) count++
  return count
}

/** Lines behind the requirement, for each column as many as make it whole; the last takes what is left. */
function tailCells(lines: readonly string[], roles: readonly ColumnRole[]): string[] {
  let from = 0
  return roles.map((role, index) => {
    const isLast = index === roles.length - 1
    const start = from
    const timeFollows = roles[index + 1] === 'due'
    while (from < lines.length && (isLast || from === start || !isWhole(lines, start, from, role, timeFollows))) from++
    return lines.slice(start, from).join('')
  })
}

/** Whether the lines since `start` are a whole cell, before the line at `next`. */
function isWhole(
  lines: readonly string[],
  start: number,
  next: number,
  role: ColumnRole,
  timeFollows: boolean,
): boolean {
  const line = foldWidth(lines[next] ?? '')
  if (timeFollows) return fits('due', line)
  if (role !== 'lead' && role !== 'responsible' && role !== 'carrier') return true
  const cell = lines.slice(start, next).join('')
  return fits('lead', cell) && !/[、，,]$/.test(cell) && (BEGINS_UNIT.test(line) || fits('due', line) || line === '—')
}
