import { foldWidth } from '../../kernel/han.ts'
import { isTotal, mayName, namesColumn } from './column-words.ts'
import { filledCells, type Row, trimmed } from './rows.ts'

const FEWEST_COLUMNS = 3
const LONGEST_NAME = 10
/** Rows below the first that are looked at. */
const SAMPLE = 30
const FEWEST_ROWS = 2

/** What no name of a column holds: figures, a sentence, two things side by side. */
const NO_NAME = /[\d０-９。；;，,、：:！？!?√×]/
const FIGURE = /[\d０-９]/
const SENTENCE = /[。；;，,、]/

/** Cells of a column that read alike in a way in which the first row does not. */
function readsOtherwise(name: string, below: readonly string[]): boolean {
  if (below.length < FEWEST_ROWS) return false
  if (below.every((cell) => FIGURE.test(cell)) || below.every((cell) => SENTENCE.test(cell))) return true
  const end = below[0]?.at(-1)
  return end !== name.at(-1) && below.every((cell) => cell.at(-1) === end) && new Set(below).size > 1
}

/** How names of places and units end: 东街 over 北坡村 and 南坡村 is a place too. */
const PLACE = /(?:街道|[镇乡村街路区县市省局委办处科股站所校院小中学河湖库渠山场园社队厂店司心])$/
/** Words that stand where others have a figure: 免收 over 50元. */
const VALUE = /^(?:无.?|不.{1,3}|免.|全部|长期|若干|其他|其余|有|是|否)$/

/** The first row reads like the rest: its cell stands again below, ends as all of them do, or is of their kind. */
function readsAlike(name: string, below: readonly string[]): boolean {
  if (below.includes(name) || VALUE.test(name)) return true
  if (below.length < FEWEST_ROWS) return false
  return below.every((cell) => cell.at(-1) === name.at(-1)) || [name, ...below].every((cell) => PLACE.test(cell))
}

/** Labels beside what is filled in (姓名 · 性别 ·) stand in several rows: a form, not a list. */
const isOfForm = (row: Row): boolean => {
  const [, ...cells] = filledCells(row.cells)
  return cells.filter((cell) => namesColumn(cell) && !isTotal(cell) && !FIGURE.test(cell)).length >= 2
}

/**
 * Whether the first row of a table names its columns in words that no rule knows (灾害种类 蓝色 黄色 over 暴雨 50毫米
 * 80毫米): all its cells are short, full and different, none is data, and half of the columns read otherwise beneath them, or have a known word.
 */
export function namesByPlace(row: Row, rows: readonly Row[]): boolean {
  const names = trimmed(row.cells)
  const { length: width } = names
  if (width < FEWEST_COLUMNS || row.isSpanning || row.merged !== null || row.height > 1) return false
  const isName = (cell: string) => cell !== '' && cell.length <= LONGEST_NAME && mayName(cell) && !NO_NAME.test(cell)
  if (!names.every(isName) || new Set(names).size < width) return false
  const sample = rows.slice(0, SAMPLE).filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  if (sample.length < FEWEST_ROWS || sample.some(isOfForm)) return false
  const widths = sample.map(({ cells }) => trimmed(cells).length)
  if (widths.some((found) => found > width) || widths.filter((found) => found === width).length * 2 < sample.length)
    return false
  const columns = names.map((name, column) => ({
    name,
    below: sample.flatMap(({ cells }) => foldWidth(cells[column] ?? '') || []),
  }))
  if (isTotal(names[0] ?? '') || columns.some(({ name, below }) => readsAlike(name, below))) return false
  const otherwise = columns.filter(({ name, below }) => readsOtherwise(name, below)).length
  const known = names.filter(namesColumn).length
  return otherwise > 0 && (otherwise + known) * 2 >= width
}
