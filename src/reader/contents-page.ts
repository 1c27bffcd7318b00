import { docNumbersAnywhere, formatDocNumber } from '../kernel/doc-number.ts'
import { foldForComparing, foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import type { ContentsEntry } from './types.ts'

export interface ContentsPages {
  readonly entries: readonly ContentsEntry[]
  readonly sections: readonly string[]
  /** Numbers of all lines that the contents pages take. */
  readonly lines: ReadonlySet<number>
}

const HEADING = /^目录$/
/** Leaders and a page number at the end of an entry: （12）, …… 12, a tab and a number. One … is three dots. */
const PAGE = /(?:[\s.…·・]*[(]\s?(\d{1,4})\s?[)]|(?:[\s.…·・]{2,}|…)(\d{1,4})|\t+\(?(\d{1,4})\)?)[\s.…·・]*$/
const SECTION = /^[【[〖](.{2,20})[】\]〗]$/
/** Lines without a page number in a row after which the contents are over. */
const LONGEST_ENTRY = 6
/** Characters of the longest entry. */
const LONGEST_TEXT = 240

/** The text of a contents line with tabs as spaces: two-column contents arrive as rows. */
const textOf = (line: Line): string => line.source.cells?.map(({ text }) => text).join('\t') ?? line.source.text.trim()

const isLeaders = (text: string): boolean => /^[\s.…·・\-—_\t]*$/.test(text)

/** Splits an entry into title and number: 关于…的通知（明溪政发〔2024〕3号）. */
function titleAndNumber(text: string): Pick<ContentsEntry, 'title' | 'docNumber'> {
  const whole = withoutSpaces(text).replace(/[.…·・]+$/, '')
  const folded = foldWidth(whole)
  const found = [...folded.matchAll(docNumbersAnywhere())].at(-1)
  if (!found) return { title: whole, docNumber: null }
  const docNumber = formatDocNumber({ issuerCode: found[1] ?? '', year: Number(found[2]), serial: Number(found[3]) })
  return { title: whole.slice(0, found.index).replace(/[(（]$/, ''), docNumber }
}

/** Reads the contents pages of a gazette, from the line 目录 on; null when the source has none. */
export function readContents(lines: readonly Line[]): ContentsPages | null {
  const start = lines.findIndex(({ key, isRow }) => !isRow && key.length < 12 && HEADING.test(withoutSpaces(key)))
  if (start < 0 || start > 120) return null
  const entries: ContentsEntry[] = []
  const sections: string[] = []
  let section: string | null = null
  let pending = ''
  let pendingFrom = start
  let end = start
  let unnumbered = 0
  const titles = new Set<string>()
  let lastPage = 0
  for (let at = start + 1; at < lines.length && unnumbered <= LONGEST_ENTRY; at++) {
    const line = lines[at]
    if (!line) break
    const text = textOf(line)
    const folded = foldWidth(text)
    if (isLeaders(text)) {
      if (line.isRow) end = at
      continue
    }
    const named = sectionName(folded)
    if (named !== null && pending === '') {
      section = named
      sections.push(named)
      end = at
      continue
    }
    // The first entry's title again, standing as a title: the documents begin.
    if (pending === '' && titles.has(foldForComparing(text)) && !PAGE.test(folded)) break
    const page = PAGE.exec(folded)
    if (pending === '') pendingFrom = at
    pending += page ? text.slice(0, page.index) : text
    if (!page) {
      unnumbered++
      continue
    }
    const entry = titleAndNumber(pending.replace(/\t/g, ''))
    const printed = Number(page[1] ?? page[2] ?? page[3])
    // Pages only go up: a number that falls back, or after too much text, belongs to the documents.
    if (printed < lastPage || pending.length > LONGEST_TEXT) break
    entries.push({ ...entry, section, page: printed, line: lines[pendingFrom]?.number ?? line.number })
    titles.add(foldForComparing(entry.title))
    lastPage = printed
    pending = ''
    unnumbered = 0
    end = at
  }
  if (entries.length === 0) return null
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}

/** 【区政府文件】, or a short line that names a section by its words. */
function sectionName(folded: string): string | null {
  const key = withoutSpaces(folded)
  const bracketed = SECTION.exec(key)
  if (bracketed) return bracketed[1] ?? null
  if (/^[★◆●■▲☆※◎]\s?(.{2,16})[★◆●■▲☆※◎]?$/.test(key)) return key.replace(/[★◆●■▲☆※◎]/g, '')
  return /^(?:[\p{Script=Han}]{0,12}(?:文件|任免|大事记|数据|统计|令|选登|规章|规范性文件|政务动态|工作动态|政策解读|重要讲话|文件选编))$/u.test(
    key,
  ) && key.length <= 16
    ? key
    : null
}
