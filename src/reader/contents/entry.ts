import { type DocNumber, docNumbersAnywhere, formatDocNumber, readDocNumber } from '../../kernel/doc-number.ts'
import { foldForComparing, foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { dateOf, isOrganName, isRecipients, printedDateText } from '../marks.ts'
import { numberBehindTitle } from '../number-marks.ts'
import type { ContentsEntry } from '../types.ts'

export interface ContentsPages {
  readonly entries: readonly ContentsEntry[]
  readonly sections: readonly string[]
  /** Numbers of all lines that the contents pages take. */
  readonly lines: ReadonlySet<number>
}

/** Leaders and a page number at the end of an entry (a year in brackets is of a number that the line cut): （12）, …… 12, a tab and a number, a number behind the kind, /12, …号/12. */
export const PAGE =
  /(?:[\s.…·・]*[(]\s?(?!(?:19|20)\d{2}\s?[)])(\d{1,4})(?:\s?[-—~]\s?\d{1,4})?\s?[)]|(?:[\s.…·・]{2,}|…)(\d{1,4})(?:[-—~]\d{1,4})?|\t+\(?(\d{1,4})\)?|(?<=[知定见复告函报令案法则划点施度录单南示记读表)》号况])(?<![(](?:19|20)\d{2}[)])\s?(\d{1,3})|[\s.…·・]+\/\s?(\d{1,4})|(?<=[号)\p{Script=Han}])\/(\d{1,4}))[\s.…·・]*$/u
/** Characters of the longest entry. */
export const LONGEST_TEXT = 240
/** Lines of contents without page numbers at most. */
export const MOST_LINES = 200
export const LEADERS = /^[\s.…·・\-—_\t]*$/

/** What begins an item of a list: each is an entry of its own. */
export const BULLET = /^(?:[◇●◆■▲★☆○◎·•▪▶►-]+|\d{1,2}(?:、|\.(?=\D|(?:19|20)\d{2}年)))\s*/
/** The text of a contents line, without marks of Markdown, its tabs kept: two-column contents arrive as rows. */
export const textOf = (line: Line): string => line.source.cells?.map(({ text }) => text).join('\t') ?? line.text

/** The number of an order counts among its organ's orders: 明溪区人民政府令（第12号）, so do minutes: （〔2024〕7号） */
const ORDER_NUMBER =
  /[(（](?:(?:(?:19|20)\d{2}年)?第[\d一二三四五六七八九十百]{1,5}|[〔[【［](?:19|20)\d{2}[〕\]】］]第?\d{1,4})号[)）]$|^第[\d一二三四五六七八九十百]{1,5}号(?=\p{Script=Han}{4})/u

/** Characters of the longest number, with the blanks inside it. */
const LONGEST_NUMBER = 40
const BLANK = /\s/

/** Where a number begins that a blank alone parts from the title before it (…的通知　明溪政发〔2024〕3号), -1 where none does. */
function numberBehindBlank(text: string): number {
  if (!text.endsWith('号')) return -1
  for (let at = text.length - 2; at > Math.max(4, text.length - LONGEST_NUMBER); at--)
    if (BLANK.test(text[at - 1] as string) && readDocNumber(text.slice(at)) !== null) return at
  return -1
}

/** No code of an issuer holds the words with which titles end: what stands before them in a number is of the title. */
const TITLE_IN_CODE = /^.*(?:的(?:通知|决定|意见|公告|通告|批复|函|报告|通报|命令|令)|》)(?=.{2})/

/** Splits an entry into title and number: 关于…的通知（明溪政发〔2024〕3号）, or the number before the title. */
export function titleAndNumber(text: string): Pick<ContentsEntry, 'title' | 'docNumber'> {
  // The mark first: without its space, 11. 2025年… reads as a number.
  const printed = text.replace(BULLET, '').trim()
  const behind = numberBehindBlank(printed)
  const number = behind > 0 ? readDocNumber(printed.slice(behind)) : null
  if (number) return { title: withoutSpaces(printed.slice(0, behind)), docNumber: formatDocNumber(number) }
  const whole = withoutSpaces(printed).replace(/[.…·・]+$/, '')
  const folded = foldWidth(whole)
  const found = [...folded.matchAll(docNumbersAnywhere())].at(-1)
  if (!found) return { title: whole.replace(ORDER_NUMBER, ''), docNumber: null }
  const ofTitle = TITLE_IN_CODE.exec(found[1] ?? '')?.[0].length ?? 0
  const issuerCode = (found[1] ?? '').slice(ofTitle)
  const docNumber = formatDocNumber({ issuerCode, year: Number(found[2]), serial: Number(found[3]) })
  const before = whole.slice(0, found.index + ofTitle).replace(/[(（]$/, '')
  const after = whole.slice(found.index + found[0].length).replace(/^[)）]/, '')
  return { title: before.length >= after.length ? before : after, docNumber }
}

/** The same of an entry whose title and number tabs part, in either order. */
export function entryOfCells(text: string): Pick<ContentsEntry, 'title' | 'docNumber'> {
  const cells = text.split('\t')
  const numbered = cells.findIndex((cell) => readDocNumber(cell) !== null)
  if (numbered < 0 || cells.length === 1) return titleAndNumber(cells.join(''))
  const number = readDocNumber(cells[numbered] as string) as DocNumber
  const { title } = titleAndNumber(cells.filter((_, at) => at !== numbered).join(''))
  return { title, docNumber: formatDocNumber(number) }
}

/** 统计信息, 市长令, 机构设置: a few characters without a page number are a heading, unless they begin an entry with its issuer. */
export const SHORT_NAME = /^\p{Script=Han}{2,8}$/u
export const shortHeading = (line: Line): string | null =>
  !line.isRow && SHORT_NAME.test(line.bare) && !isOrganName(line) && !BEGINS_ENTRY.test(line.bare) ? line.bare : null
const BEGINS_ENTRY = /关于|印发|转发|[省市区县州旗镇乡]$/

export const isOfDocument = (line: Line): boolean =>
  isRecipients(line) || dateOf(line) !== null || printedDateText(line) !== null

/** Whether a line is the title, with its number behind it or without, or the issuer or the words with which it begins. */
export const begins = (wanted: string, bare: string): boolean => {
  const key = foldForComparing(numberBehindTitle(bare)?.title ?? bare)
  return key.length >= 4 && (wanted.startsWith(key) || key === wanted)
}
