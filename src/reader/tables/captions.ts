import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { clauseLabel, endsSentence, isAttachmentLabel } from '../marks.ts'
import { type Piece, UNIT_NOTE } from './pieces.ts'
import { cellText, onlyCell, type Row } from './rows.ts'

export interface Caption {
  readonly title: string | null
  /** 单位：万元 */
  readonly unitNote: string | null
  /** The lines that hold them: they are not text of the document. */
  readonly lines: readonly Line[]
}

const NOTE = /^(?:注|备注|说明|资料来源|数据来源)\d{0,2}[::]|^带[*#]|^[*※]{1,2}\S/
const TITLE_WORD =
  /表|清单|情况|目录|名单|一览|明细|台账|名录|指标|数据|汇总|统计|分工|分解|收支|决算|预算|^(?:表|附表)[\d一二三四五六七八九十]/
const LONGEST_TITLE = 50

const isNote = (text: string): boolean => NOTE.test(foldWidth(text.slice(0, 40)).trimStart())

/** 栏次 1 2 3=1+2 under the names of columns counts them, and says how one follows from others. */
const COUNTS_COLUMNS = /^(?:栏\s?次|列\s?次|行\s?次|甲|栏\s?目)$/
const COLUMN_COUNT = /^[甲乙丙丁戊]$|^[(]?\d{1,2}[)]?(?:\s?[=＝]\s?[\d+\-×*/÷%()（）\s]{1,18})?$|^—$/

/** A row that is a note: one cell that begins as notes do, or 备注 beside its text. Null for other rows. */
export function noteOf(row: Row): string | null {
  const only = onlyCell(row)
  if (only !== null) return isNote(only) ? only : null
  const [label = '', text = '', ...others] = row.cells.filter((cell) => cell !== '').map(cellText)
  if (COUNTS_COLUMNS.test(label) && [text, ...others].every((cell) => COLUMN_COUNT.test(foldWidth(cell.slice(0, 24)))))
    return [label, text, ...others].join(' ')
  const isBeside = others.length === 0 && /^(?:注|备注|说明)[::]?$/.test(foldWidth(label.slice(0, 8)))
  return isBeside && text.length > 12 ? `${label} ${text}` : null
}

/** 2021年全区粮食产量, **各区面积**: what says of which year its figures are, or is set in bold by itself, needs no word of titles. */
const OF_YEAR = /^(?:19|20)\d{2}年(?:末|底|度)?(?!\d)[^,;:。]{4,}$/
const BOLD = /^\s*\*\*[^*]+\*\*\s*$/

/** A title stands alone and is no sentence, no clause and no attachment label; centred above 单位：元 it needs no word of titles. */
function isTitle(line: Line, isAboveUnit: boolean): boolean {
  const key = withoutSpaces(line.key.slice(0, 200))
  if (key.length < 3 || key.length > LONGEST_TITLE || endsSentence(key) || /[,;]$/.test(key)) return false
  if (clauseLabel(line) !== null && !/^(?:19|20)\d{2}/.test(key)) return false
  const isSet = (isAboveUnit && line.source.align === 'center') || BOLD.test(line.source.text.slice(0, 200))
  const isNamed = TITLE_WORD.test(key) || OF_YEAR.test(key) || isSet
  return isNamed && !(isAttachmentLabel(line) && key.startsWith('附件'))
}

/** The title directly above a table or in its first rows, and its 单位：万元, when they are not text. */
export function captionOf(piece: Piece, used: ReadonlySet<Line>): Caption {
  const lines: Line[] = []
  let unitNote: string | null = null
  let title: string | null = null
  for (const row of piece.captions) {
    const text = withoutSpaces(onlyCell(row) ?? '')
    if (unitNote === null && UNIT_NOTE.test(foldWidth(text))) unitNote = text
    else title = `${title ?? ''}${text}`
  }
  for (let at = piece.before.length - 1; at >= 0; at--) {
    const line = piece.before[at] as Line
    if (used.has(line)) break
    const key = withoutSpaces(line.key.slice(0, 100))
    if (unitNote === null && UNIT_NOTE.test(key)) {
      unitNote = line.text
      lines.push(line)
    } else if (title === null && isTitle(line, unitNote !== null)) {
      title = withoutSpaces(line.text)
      lines.push(line)
    } else break
  }
  return { title, unitNote, lines }
}

/** Lines after a note that it counts on (1. … 2. …) at most. */
const MOST_NOTES = 20

/** Notes printed under a table: the lines after its last row that begin as notes do, and the numbered ones they open. */
export function notesAmong(following: readonly Line[]): Line[] {
  const notes: Line[] = []
  for (const line of following.slice(0, MOST_NOTES)) {
    const opens = notes[0] !== undefined && /^.{1,4}[::]\s*(?:1|一|[(]1[)])/.test(notes[0].key)
    if (!isNote(line.text) && !(opens && /^[(]?\d{1,2}[).、]/.test(line.key))) break
    notes.push(line)
  }
  return notes
}
