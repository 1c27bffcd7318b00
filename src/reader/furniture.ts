import { DOWNLOAD_LINE } from './download-links.ts'
import type { Line } from './lines.ts'
import {
  dateOf,
  endsSentence,
  hasClauseLabel,
  isAttachmentLabel,
  isDisclosureMark,
  isOrganName,
  printedDateText,
} from './marks.ts'
import { numberMark } from './number-marks.ts'

const PAGE_NUMBER =
  /^(?:一\d{1,4}一|[-—–―·•・∙●.~【[]*(?:\d{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,5})[-—–―·•・∙●.~】\]]*|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|[(]\d{1,4}[)])$/
const ISSUE = /(?:公报|政报)/
const OF_ISSUE = /第\d{1,3}期|(?:19|20)\d{2}年|总第?\d+|\d+期|(?:19|20)\d{2}[·.]\d{1,2}/
const EMPTY_PAGE = /^\(?(?:此|本)页无正文\)?$|^\(?(?:此|本)页空白\)?$|^\(?以下无正文\)?$/
const CONTINUED = /^\(?(?:上接|下转|接上|转下)第?\d{1,3}[页版]?\)?$/
/** 2024年第1期, （总第9期）: the issue alone on a line. */
const ISSUE_ALONE = /^\(?(?:(?:19|20)\d{2}年?)?第?\d{1,3}期(?:\(?总第?\d{1,5}期\)?)?\)?$|^\(?总第?\d{1,5}期\)?$/
/** What sites put about an article, in any order: 发布日期：… 来源：… 浏览次数：… 字号：【大 中 小】 打印 关闭. */
const OF_SITE =
  /(?:发布|更新|编辑|录入|上传)(?:日期|时间):|来源:|(?:浏览|阅读|点击|访问)(?:次数|量|数)?:|字[号体](?:大小)?:|打印(?!机)|关闭|分享(?:到|至)?:?|收藏|责任编辑:|【?大中小】?|作者:|信息来源/g
const FEWEST_OF_SITE = 2
const LONGEST_OF_SITE = 120
const SITE_ALONE =
  /^(?:[【[]*(?:关闭(?:窗口|本页|页面)|打印(?:本页|本文|页面)|返回(?:目录|顶部|首页|列表|上一页)|我要纠错)[】\]]*)+$|^[【[]?打印[】\]]?[【[]?关闭[】\]]?$|^(?:分享到:?|扫一扫在手机打开当前页)$|^[上下]一[篇条]:|^(?:您?(?:的|现在|当前)*(?:所在)?位置):.*[>》›»→]/
/** 主办：…　湘ICP备05002141号: under what number a site is filed. */
const FILED = /\p{Script=Han}ICP备\d{6,10}号/u
const LONGEST_HEADER = 40
/** Twice is enough where nothing else could stand. */
const SELDOM = 2
/** How often a line comes back beside page numbers before it counts as a running header. */
const OFTEN = 3

/** A running header without what changes from page to page. */
const headerName = (bare: string): string => bare.replace(/\d+/g, '')

/** QINGHE SHI RENMIN ZHENGFU GONGBAO: the name of the issue in letters. */
const IN_LETTERS = /^[A-Z\d·.'’-]*(?:GONGBAO|ZHENGBAO|GAZETTE)[A-Z\d·.'’-]*$/i

const isHeaderOfIssue = (bare: string): boolean =>
  bare.length <= LONGEST_HEADER && ISSUE.test(bare) && !/[。,;:《]|关于|统计公报/.test(bare)

/** Several of these, one at least with its label: 关闭 twice is a title about closing something. */
function isOfSite(bare: string): boolean {
  if (DOWNLOAD_LINE.test(bare)) return true
  if (bare.length > LONGEST_OF_SITE || /[。;]/.test(bare)) return false
  if (SITE_ALONE.test(bare) || (bare.includes('ICP备') && FILED.test(bare))) return true
  const said = new Set(bare.match(OF_SITE))
  return said.size >= FEWEST_OF_SITE && [...said].some((part) => part.endsWith(':'))
}

const LONGEST_PAGE_NUMBER = 12
const isPageNumber = (line: Line): boolean => line.bare.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(line.bare)

/**
 * The lines that belong to pages, not to documents: page numbers, running headers (a gazette's name with its
 * issue, or any line that comes back on page after page beside the page number), notes on empty pages.
 */
export function furnitureLines(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>()
  const names = new Map<string, number>()
  const besidePage = new Map<string, Line[]>()
  const stands = new Set<Line>()
  for (const [at, line] of lines.entries()) {
    const { bare } = line
    if (isOfSite(bare) || (bare.length <= LONGEST_OF_SITE && IN_LETTERS.test(bare))) found.add(line)
    if (bare === '' || bare.length > LONGEST_HEADER) continue
    if (EMPTY_PAGE.test(bare) || CONTINUED.test(bare) || ISSUE_ALONE.test(bare)) found.add(line)
    else if (isPageNumber(line) && !isListNumber(lines, at)) found.add(line)
    else if (isHeaderOfIssue(bare)) {
      if (OF_ISSUE.test(bare)) found.add(line)
      else names.set(headerName(bare), (names.get(headerName(bare)) ?? 0) + 1)
    } else if (mayHead(line) && (isPageTurn(lines, at, at - 1) || isPageTurn(lines, at, at + 1))) {
      const name = headerName(bare)
      const same = besidePage.get(name)
      if (same) same.push(line)
      else besidePage.set(name, [line])
      if (standsOverRest(lines, at)) stands.add(line)
    }
  }
  for (const line of interruptions(lines)) found.add(line)
  for (const line of lines)
    if (isHeaderOfIssue(line.bare) && (names.get(headerName(line.bare)) ?? 0) >= OFTEN) found.add(line)
  for (const same of besidePage.values())
    if (
      same.length >= (same.some((line) => stands.has(line)) ? SELDOM : OFTEN) &&
      same.every(({ bare }) => !/[。;,:]/.test(bare)) &&
      !isCounted(same)
    )
      for (const line of same) found.add(line)
  return found
}

/** The lines that come back, each time where a sentence or a table goes on behind them: headers without a page number. */
function interruptions(lines: readonly Line[]): Line[] {
  const found = new Map<string, Line[]>()
  for (const [at, line] of lines.entries()) {
    if (line.bare.length < SHORTEST_INTERRUPTION || !mayHead(line) || /[。;,:、]/.test(line.bare)) continue
    const [before, after] = [lines[at - 1], lines[at + 1]]
    if (!standsOverRest(lines, at) && !(before && after && parts(before, after))) continue
    const same = found.get(line.bare)
    if (same) same.push(line)
    else found.set(line.bare, [line])
  }
  return [...found.values()].flatMap((same) => (same.length >= SELDOM ? same : []))
}

const SHORTEST_INTERRUPTION = 8
const FULL_LINE = 30

/** Whether a sentence that one line leaves open goes on in the other. */
const parts = (before: Line, after: Line): boolean =>
  !before.isRow &&
  before.key.length > FULL_LINE &&
  !endsSentence(before.key) &&
  !after.isRow &&
  /[。;]$/.test(after.key) &&
  !hasClauseLabel(after)

/** Between the page number and rows stands nothing but a header. */
const standsOverRest = (lines: readonly Line[], at: number): boolean => {
  const [line, before, after] = [lines[at] as Line, lines[at - 1], lines[at + 1]]
  return before !== undefined && isPageNumber(before) && after?.isRow === true && line.bare.length >= 10
}

/** What begins and ends documents comes back on page after page as well: names of organs, dates, marks, labels. */
const mayHead = (line: Line): boolean =>
  line.bare.length <= 36 &&
  dateOf(line) === null &&
  numberMark(line) === null &&
  !isOrganName(line) &&
  !isDisclosureMark(line) &&
  !isAttachmentLabel(line) &&
  printedDateText(line) === null

/** Lines that differ by their number alone and count up are items, no header: 附件1, 附件2; 表1, 表2. */
const isCounted = (same: readonly Line[]): boolean =>
  /\d/.test(same[0]?.bare ?? '') &&
  new Set(same.map(({ bare }) => bare)).size > 1 &&
  /^(?:附|表|图|第)/.test(same[0]?.bare ?? '')

/** A page number, or the turn of a page, beside a line. */
function isPageTurn(lines: readonly Line[], at: number, beside: number): boolean {
  const [line, other] = [lines[at] as Line, lines[beside]]
  if (!other) return false
  if (other.source.page !== undefined && other.source.page !== line.source.page) return true
  return isPageNumber(other)
}

const LABEL_ALONE = /^(?:\((\d{1,3})\)|(\d{1,3})\.)$/
/** How many lines away the item before or behind may begin. */
const NEAR = 40

/**
 * （1） with text on the next line is a label that a line break cut off, no page: where the text is long, or where the items
 * before it or behind it stand near.
 */
function isListNumber(lines: readonly Line[], at: number): boolean {
  const [, bracketed, dotted] = LABEL_ALONE.exec((lines[at] as Line).bare) ?? []
  const next = lines[at + 1]
  if (!next || next.isRow || !(bracketed ?? dotted)) return false
  if (bracketed && next.key.length > LONGEST_HEADER) return true
  const number = Number(bracketed ?? dotted)
  const neighbours = [number - 1, number + 1].map((other) => (bracketed ? `(${other})` : `${other}.`))
  return lines
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .some(({ key }) => key.length > LONGEST_PAGE_NUMBER && neighbours.some((label) => key.startsWith(label)))
}
