import { docNumbersAnywhere, formatDocNumber } from '../kernel/doc-number.ts'
import { foldForComparing, foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { dateOf, isOrganName, isRecipients, printedDateText } from './marks.ts'
import { numberMark } from './number-marks.ts'
import { sectionName } from './sections.ts'
import type { ContentsEntry } from './types.ts'

export interface ContentsPages {
  readonly entries: readonly ContentsEntry[]
  readonly sections: readonly string[]
  /** Numbers of all lines that the contents pages take. */
  readonly lines: ReadonlySet<number>
}

const HEADING = /^(?:本期)?(?:目录|目次|要目)(?:CONTENTS)?$|^CONTENTS$|^[^。,;]{2,24}目录$/i
/** The contents of an issue; under any other name (危险品目录) only what lists documents. */
const NAMES_ISSUE = /^(?:本期)?(?:目录|目次|要目)(?:CONTENTS)?$|^CONTENTS$|(?:公报|政报|[期号年卷]).{0,4}目录$/i
const SAYS_WHAT = /关于|通知|公告|通告|决定|意见|批复|任免/
/** Leaders and a page number at the end of an entry: （12）, …… 12, a tab and a number, a number behind the kind, /12. */
const PAGE =
  /(?:[\s.…·・]*[(]\s?(\d{1,4})\s?[)]|(?:[\s.…·・]{2,}|…)(\d{1,4})|\t+\(?(\d{1,4})\)?|(?<=[知定见复告函报令案法则划点施度录单南示记读表)》号况])\s?(\d{1,3})|[\s.…·・]+\/\s?(\d{1,4}))[\s.…·・]*$/
/** Two entries of two columns on one line: …（1） …（12）. */
const BETWEEN_COLUMNS = /(?<=[(（]\s?\d{1,3}\s?[)）]|[.…·・]{2,}\s?\d{1,3})(?:\s{2,}|\t+)(?=\S{6})/
const BULLET = /^(?:[◇●◆■▲★☆○◎·•▪-]+|\d{1,2}[.、](?=\D))\s*/
/** Lines without a page number in a row after which the contents are over. */
const LONGEST_ENTRY = 6
/** Characters of the longest entry. */
const LONGEST_TEXT = 240
/** Lines before the contents: the cover and the imprint. */
const COVER = 120
const LEADERS = /^[\s.…·・\-—_\t]*$/

/** The text of a contents line, without marks of Markdown, its tabs kept: two-column contents arrive as rows. */
const textOf = (line: Line): string => line.source.cells?.map(({ text }) => text).join('\t') ?? line.text

/** The number of an order counts among its organ's orders: 明溪区人民政府令（第12号） */
const ORDER_NUMBER = /[(（]第[\d一二三四五六七八九十百]{1,5}号[)）]$/

/** Splits an entry into title and number: 关于…的通知（明溪政发〔2024〕3号）, or the number before the title. */
function titleAndNumber(text: string): Pick<ContentsEntry, 'title' | 'docNumber'> {
  const whole = withoutSpaces(text)
    .replace(BULLET, '')
    .replace(/[.…·・]+$/, '')
  const folded = foldWidth(whole)
  const found = [...folded.matchAll(docNumbersAnywhere())].at(-1)
  if (!found) return { title: whole.replace(ORDER_NUMBER, ''), docNumber: null }
  const docNumber = formatDocNumber({ issuerCode: found[1] ?? '', year: Number(found[2]), serial: Number(found[3]) })
  const before = whole.slice(0, found.index).replace(/[(（]$/, '')
  const after = whole.slice(found.index + found[0].length).replace(/^[)）]/, '')
  return { title: before.length >= after.length ? before : after, docNumber }
}

/** The entries gathered so far, and the one that is being read. */
class Entries {
  readonly entries: ContentsEntry[] = []
  readonly sections: string[] = []
  readonly titles = new Set<string>()
  readonly right: ContentsEntry[] = []
  #section: string | null = null
  #isNewSection = false
  #pending = ''
  #from = 0
  #lastPage = 0
  unnumbered = 0

  get isOpen(): boolean {
    return this.#pending !== ''
  }

  /** A heading counts when an entry follows: the last may be the letterhead of the first document. */
  section(name: string): void {
    this.#section = name
    this.#isNewSection = true
    this.unnumbered = 0
  }

  /** Takes a line; false when it belongs to the documents. */
  take(text: string, line: number): boolean {
    const page = PAGE.exec(foldWidth(text))
    if (!this.isOpen) this.#from = line
    this.#pending += page ? text.slice(0, page.index) : text
    if (!page) {
      this.unnumbered++
      return true
    }
    const printed = Number(page[1] ?? page[2] ?? page[3] ?? page[4] ?? page[5])
    // Pages only go up: a number that falls back, or after too much text, belongs to the documents.
    if (printed < this.#lastPage || this.#pending.length > LONGEST_TEXT) return false
    this.#add(this.entries, printed)
    this.#lastPage = printed
    return true
  }

  /** The entry of the right column on the line of one of the left. */
  takeRight(text: string, line: number): void {
    const page = PAGE.exec(foldWidth(text))
    this.#from = line
    this.#pending = page ? text.slice(0, page.index) : text
    this.#add(this.right, page ? Number(page[1] ?? page[2] ?? page[3] ?? page[4] ?? page[5]) : null)
  }

  #add(to: ContentsEntry[], page: number | null): void {
    const entry = titleAndNumber(this.#pending.replace(/\t/g, ''))
    if (entry.title.length >= 4) {
      if (this.#isNewSection && this.#section !== null) this.sections.push(this.#section)
      this.#isNewSection = false
      to.push({ ...entry, section: this.#section, page, line: this.#from })
      this.titles.add(foldForComparing(entry.title))
    }
    this.#pending = ''
    this.unnumbered = 0
  }
}

/** Where the contents of the issue begin, -1 when a document began before: then they are those of the document. */
function startOf(lines: readonly Line[]): number {
  for (let at = 0; at < Math.min(lines.length, COVER); at++) {
    const line = lines[at] as Line
    if (line.isRow) continue
    if (line.bare.length < 30 && HEADING.test(line.bare)) return at
    const number = numberMark(line)
    const isNumbered = number !== null && (!number.isOrder || number.organ !== null)
    const isDocument = isNumbered || isRecipients(line) || printedDateText(line) !== null
    if (isDocument || line.bare.startsWith('第一条') || line.key.length > 200) return -1
  }
  return -1
}

/** Reads the contents pages of a gazette, from the line 目录 on; null when the source has none. */
export function readContents(lines: readonly Line[]): ContentsPages | null {
  const start = startOf(lines)
  if (start < 0) return null
  const found =
    withPagesBefore(lines, start) ??
    inColumns(lines, start) ??
    withPagesBehind(lines, start) ??
    withoutPages(lines, start)
  if (!found) return null
  const isOfIssue = NAMES_ISSUE.test((lines[start] as Line).bare)
  return isOfIssue || found.entries.some(({ title }) => SAYS_WHAT.test(title)) ? found : null
}

/** Entries that end with their page, over one line or several, in one column or two. */
function withPagesBehind(lines: readonly Line[], start: number): ContentsPages | null {
  const read = new Entries()
  let end = start
  for (let at = start + 1; at < lines.length && read.unnumbered <= LONGEST_ENTRY; at++) {
    const line = lines[at] as Line
    const text = textOf(line)
    if (LEADERS.test(text)) {
      if (line.isRow) end = at
      continue
    }
    const named = read.isOpen ? null : (sectionName(withoutSpaces(foldWidth(text))) ?? shortHeading(line))
    if (named !== null) {
      read.section(named)
      continue
    }
    // The first entry's title again, standing as a title, or a sign of a document: the documents begin.
    if (!read.isOpen && read.titles.has(foldForComparing(text)) && !PAGE.test(foldWidth(text))) break
    if (isOfDocument(line)) break
    const [left = '', right] = text.split(BETWEEN_COLUMNS)
    if (!read.take(left, line.number)) break
    if (right !== undefined) read.takeRight(right, line.number)
    if (!read.isOpen) end = at
  }
  const entries = [...read.entries, ...read.right]
  if (entries.length === 0) return null
  return { entries, sections: read.sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}

/** 统计信息, 市长令, 机构设置: a few characters without a page number are a heading, unless they begin an entry with its issuer. */
const SHORT_NAME = /^\p{Script=Han}{2,8}$/u
const shortHeading = (line: Line): string | null =>
  !line.isRow && SHORT_NAME.test(line.bare) && !isOrganName(line) && !BEGINS_ENTRY.test(line.bare) ? line.bare : null
const BEGINS_ENTRY = /关于|印发|转发|[省市区县州旗镇乡]$/

const isOfDocument = (line: Line): boolean =>
  isRecipients(line) || dateOf(line) !== null || printedDateText(line) !== null

/** 8　关于…的通知, （12） 关于…: the page before the title. 1. and 一、 number entries. */
const PAGE_BEFORE =
  /^[(·•—\-P]{0,2}\s?(\d{1,4})\s?[)·•—\-/]{0,2}(?:\s+|[.…·・]{2,}\s*|(?<=[)·•—/]))(?=[\p{Script=Han}《]|(?:19|20)\d{2}年)/u

/** Contents whose entries begin with their page. They end where a section, or the first title, stands again. */
function withPagesBefore(lines: readonly Line[], start: number): ContentsPages | null {
  const entries: ContentsEntry[] = []
  const sections: string[] = []
  let section: string | null = null
  let open: { text: string; readonly page: number; readonly line: number } | null = null
  let end = start
  const close = () => {
    if (open) entries.push({ ...titleAndNumber(open.text), section, page: open.page, line: open.line })
    open = null
  }
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    const text = textOf(line)
    const key = foldWidth(text)
    if (LEADERS.test(text) || /^CONTENTS$/i.test(line.bare)) continue
    const page: RegExpExecArray | null = PAGE_BEFORE.exec(key)
    if (page && !PAGE.test(key) && Number(page[1]) >= (entries.at(-1)?.page ?? 0)) {
      close()
      open = { text: text.slice(page[0].length), page: Number(page[1]), line: line.number }
    } else {
      const named = sectionName(withoutSpaces(key)) ?? (open === null || isWholeEntry(open) ? shortHeading(line) : null)
      const isAgain = named !== null && sections.includes(named)
      if (isAgain || isOfDocument(line) || numberMark(line) || isFirstAgain(entries, line)) break
      if (named !== null) {
        close()
        section = named
        sections.push(named)
        continue
      }
      if (open === null || isWholeEntry(open)) break
      open.text += text
    }
    end = at
  }
  close()
  if (entries.length < 2 || areCounted(entries)) return null
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}

/** 1, 2, 3, 4 without a gap number the items of a list. */
const areCounted = (entries: readonly ContentsEntry[]): boolean =>
  entries.length > 3 && entries.every(({ page }, at) => page === at + 1)

const isWholeEntry = ({ text }: { readonly text: string }): boolean =>
  /号[)）]$/.test(withoutSpaces(text)) || text.length > LONGEST_TEXT

const isFirstAgain = ([first]: readonly ContentsEntry[], line: Line): boolean =>
  first !== undefined && begins(foldForComparing(first.title), line.bare)

interface ColumnText {
  readonly text: string
  readonly line: Line
}

/** The two cells of a row of contents in two columns; null where the second is a page alone. */
function columnsOf(line: Line): readonly [string, string] | null {
  const cells = line.source.text.split('\t').map((cell) => cell.trim())
  const [left = '', right = ''] = cells
  return cells.length === 2 && left !== '' && /\p{Script=Han}/u.test(right) ? [left, right] : null
}

/** Fewest rows of two columns: one or two may be a table. */
const FEWEST_ROWS = 4

/**
 * Contents in two columns that were taken row by row, so that entries of both columns are cut and mixed: the left column
 * is read first, with the lines by which it is longer, then the right one.
 */
function inColumns(lines: readonly Line[], start: number): ContentsPages | null {
  const [left, right]: [ColumnText[], ColumnText[]] = [[], []]
  let end = start
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    const cells = columnsOf(line)
    const isOpen = right.length > 0 && !PAGE.test(foldWidth(left.at(-1)?.text ?? ''))
    if (!cells && !(isOpen && !line.isRow && !isOfDocument(line))) {
      if (right.length > 0) break
      continue
    }
    left.push({ text: cells?.[0] ?? line.text, line })
    if (cells) right.push({ text: cells[1], line })
    end = at
  }
  if (right.length < FEWEST_ROWS || right.every(({ text }) => PAGE.test(foldWidth(text)))) return null
  const read = new Entries()
  for (const { text, line } of [...left, ...right]) {
    const bare = withoutSpaces(foldWidth(text))
    const named = read.isOpen ? null : (sectionName(bare) ?? (SHORT_NAME.test(bare) ? bare : null))
    if (named !== null) read.section(named)
    else if (!read.take(text, line.number)) return null
  }
  if (read.entries.length < 2) return null
  const { entries, sections } = read
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}

/** Lines of contents without page numbers at most. */
const MOST_LINES = 200
const ENDS_ENTRY = /(?:[知定见复告函报令案法则划点施度录单南示记读表况]|号[)）]|[)）]|任免)$/

/**
 * Contents without page numbers: titles one after the other, up to where the first of them stands again over its
 * document.
 */
function withoutPages(lines: readonly Line[], start: number): ContentsPages | null {
  const first = lines.findIndex(({ bare }, at) => at > start && bare !== '' && sectionName(bare) === null)
  if (first < 0) return null
  const wanted = foldForComparing((lines[first] as Line).bare)
  const end = lines.findIndex(
    ({ bare }, at) => at > first && at < start + MOST_LINES && wanted.length >= 6 && begins(wanted, bare),
  )
  if (end < 0) return null
  const entries: ContentsEntry[] = []
  const sections: string[] = []
  let pending = ''
  let from = 0
  for (const line of lines.slice(first === start + 1 ? first : start + 1, end)) {
    const named = pending === '' ? sectionName(line.bare) : null
    if (named !== null) sections.push(named)
    else {
      if (pending === '') from = line.number
      pending += line.text
      if (!ENDS_ENTRY.test(line.bare)) continue
      entries.push({ ...titleAndNumber(pending), section: sections.at(-1) ?? null, page: null, line: from })
      pending = ''
    }
  }
  if (entries.length === 0 || pending.length > LONGEST_TEXT) return null
  return { entries, sections, lines: new Set(lines.slice(start, end).map(({ number }) => number)) }
}

/** Whether a line is the title, or the issuer or the words with which it begins. */
const begins = (wanted: string, bare: string): boolean => {
  const key = foldForComparing(bare)
  return key.length >= 4 && (wanted.startsWith(key) || key === wanted)
}
