import { foldForComparing } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import {
  bareAttachmentLabel,
  dateOf,
  hasClauseLabel,
  isAdoption,
  isAttachmentLabel,
  isContact,
  isCopies,
  isDisclosureMark,
  isOrganName,
  isPrintingNote,
  isRecipients,
  printedDateText,
  signedOnOneLine,
} from './marks.ts'
import { numberMark } from './number-marks.ts'
import { withIssuers } from './title-issuers.ts'
import { BEGINS_PLACE, joinTitle } from './title-words.ts'

/** Most lines that a title runs over. */
const LONGEST_TITLE = 8
const LONGEST_PIECE = 90

/** What a title may carry in brackets at its end: （试行）, （2023—2025年）, （第二批）. */
const TITLE_BRACKETS =
  /^\((?!(?!截[至止])[\p{Script=Han}〇○]{0,24}(?:\d{4}|[〇零○ОO一二三四五六七八九]{4})年.{1,3}月.{1,3}日\)$)(?:试行|暂行|草案|修订|修正|修改|节选|摘要|征求意见|讨论|送审|代拟|全文|摘录|正式|续|\d{4}|第.{1,6}[批版号次期]|.{1,8}(?:版|稿|年|修订|修正)).{0,12}\)$/u

/** A note in brackets that is no part of a title. */
const isNoteInBrackets = (bare: string): boolean =>
  /^[(【].*[)】]$/.test(bare) && !TITLE_BRACKETS.test(bare) && !/^[【(].{0,6}[)】].*\p{Script=Han}.*[(【]/u.test(bare)

const MASTHEAD = /^\p{Script=Han}{2,20}(?:公报|政报)(?:$|[\d(·第总]|刊号)/u
/** 明溪区人民政府公报2024年第1期, 2024年第1期（总第9期）: of the issue, not of a document. */
export const isMasthead = (line: Line): boolean =>
  line.bare.length <= 40 &&
  (MASTHEAD.test(line.bare) ||
    /^(?:(?:19|20)\d{2}年?)?第?[\d一二三四五六七八九十]{1,3}期(?:\(?总第?\d{1,5}期\)?)?$|^\(?总第\d{1,5}期\)?$/.test(
      line.bare,
    )) &&
  !/关于/.test(line.bare)

const URGENCY =
  /^(?:特急|加急|急件|特提|平急|机密|秘密|绝密)(?:[★☆].{1,6})?$|^\d{6}$|^签(?:发人|批盖章)[::]|^等级[::]|^(?:(?:统一|规范性文件|文件|制发)?(?:登记|备案|编)号[::])?[A-Z]{2,6}(?:[PCD]R|\d{1,4})[-—–]+(?:19|20)\d{2}[-—–]+\d{3,9}$/
/** 特急, 000012, 签发人：…, 统一编号：DWXD00-2021-0005 about the letterhead. */
export const isLetterheadNote = (line: Line): boolean => line.bare.length <= 36 && URGENCY.test(line.bare)

const pieces = new WeakMap<Line, boolean>()

/** A line that may be a piece of a title: short, no sentence, no field, no row, no clause. */
export function isTitlePiece(line: Line): boolean {
  if (line.bare === '' || line.bare.length > LONGEST_PIECE) return false
  const known = pieces.get(line)
  if (known !== undefined) return known
  const may = mayBePiece(line)
  pieces.set(line, may)
  return may
}

/** 2　关于…的意见　明溪政发〔2013〕7号　2013.8.15: a row of a list whose cells stand apart by spaces. */
const IS_LISTED =
  /[〕\])]\s?\d{1,4}\s?号\s{2,}\S|\S\s{2,}\S+[〔[(]\s?(?:19|20)\d{2}\s?[〕\])]\s?\d{1,4}\s?号$|(?<=\S)\s{2,}(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}$/

function mayBePiece(line: Line): boolean {
  const { bare } = line
  if (/\d$|号/.test(bare) && IS_LISTED.test(line.key)) return false
  if (/[。;!?:]/.test(bare) || /^,|^\((?:19|20)\d{2}年\d{1,2}月\d{1,2}日/.test(bare) || /日印发/.test(bare))
    return false
  if (isNoteInBrackets(bare) || isMasthead(line) || isLetterheadNote(line) || isPrintingNote(line)) return false
  if (dateOf(line) || numberMark(line) || printedDateText(line) || signedOnOneLine(line) || isCopies(line)) return false
  if (isAdoption(line)) return false
  if (bareAttachmentLabel(line) !== null || isDisclosureMark(line) || isContact(line)) return false
  if (isAttachmentLabel(line) && /^附(?:件|表)?\d*[::.、]/.test(bare)) return false
  return !hasClauseLabel(line) || /^(?:19|20)\d{2}/.test(bare)
}

/** Book titles, brackets and quotation marks that are opened are closed, and none is closed that was not opened. */
function isBalanced(text: string): boolean {
  if (!/[《》()（）]/.test(text)) return true
  let [books, brackets] = [0, 0]
  for (const sign of text) {
    if (sign === '《') books++
    else if (sign === '》') books--
    else if (sign === '(' || sign === '（') brackets++
    else if (sign === ')' || sign === '）') brackets--
    if (books < 0 || brackets < 0) return false
  }
  return books === 0 && brackets === 0
}

const isBalancedQuotation = (text: string): boolean => text.split('“').length === text.split('”').length

/** 明溪区人民政府印发…的通知: a title without 关于. */
const ISSUES = /(?:印发|转发|批转|公布|发布).{3,}的(?:通知|公告|通告|决定|命令|令|函)$/
const AT_END_IN_BRACKETS = /(?:\([^()]{1,24}\))+$/
const withoutBrackets = (key: string): string => key.replace(AT_END_IN_BRACKETS, '')

/** Whether pieces joined make the title of a document, by the words that titles have. */
export function looksLikeTitle(title: string, kinds: readonly string[]): boolean {
  const key = foldForComparing(title)
  if (key.length < 4 || key.length > 160 || !isBalanced(title) || !isBalancedQuotation(title)) return false
  if (/关于.{2,}/.test(key)) return true
  const bare = withoutBrackets(key)
  return (
    kinds.some((kind) => bare.endsWith(kind) && bare.length > kind.length + 2) ||
    /(?:\(试行\)|\(暂行\)|修订\)|\d{4}年?\)|表|纲要|大纲|情况|指标|名单|公报|讲话|问答)$/.test(key)
  )
}

/** Signs without one of which a title says nothing of what it does; most lines that may be a piece of one hold none. */
const MAY_BE_WHOLE = /[关发布转]/

/** A title that says what it does and ends with its kind: …关于…的通知, …印发《…》. Nothing is missing from it. */
export function isWholeTitle(title: string, kinds: readonly string[]): boolean {
  if (!MAY_BE_WHOLE.test(title)) return false
  const key = foldForComparing(title)
  if (key.length < 7 || key.length > 200 || !isBalanced(title) || !isBalancedQuotation(title)) return false
  const bare = withoutBrackets(key)
  if (/^.{0,60}(?:印发|转发|发布|公布)《.{3,}》$/.test(key)) return true
  if (!key.includes('关于')) return ISSUES.test(bare)
  const kind = kinds.find((name) => bare.endsWith(name))
  return kind !== undefined && !/^(?:关于|印发|转发)$/.test(bare.slice(0, -kind.length))
}

/** Title pieces directly before a line, nearest last; not past `floor`. */
export function contiguousBefore(lines: readonly Line[], at: number, floor: number): Line[] {
  const found: Line[] = []
  for (let index = at - 1; index >= floor && found.length < LONGEST_TITLE; index--) {
    const line = lines[index]
    if (!line || !isTitlePiece(line)) break
    found.unshift(line)
  }
  return found
}

/** A title cut in its middle reads as whole now and then (印发…的通知): the line above that begins it. */
function beginningOf(before: readonly Line[], from: number, kinds: readonly string[]): number {
  for (let start = from - 1; start >= Math.max(0, from - 4); start--) {
    const above = joinTitle(before.slice(start, from))
    if (above.includes('关于') && !isWholeTitle(above, kinds) && isWholeTitle(joinTitle(before.slice(start)), kinds))
      return start
  }
  return from
}

/**
 * The title among the pieces that stand before a number: the last lines that are one whole title, with the issuers over it.
 * `isUnderHeading` says that the pieces stand directly under the heading of a list.
 */
export function titleAtEnd(before: readonly Line[], kinds: readonly string[], isUnderHeading = false): Line[] {
  for (let from = before.length - 1; from >= 0; from--)
    if (isWholeTitle(joinTitle(before.slice(from)), kinds))
      return withIssuers(before, beginningOf(before, from, kinds), isUnderHeading)
  for (let from = before.length - 1; from >= 0; from--)
    if (looksLikeTitle(joinTitle(before.slice(from)), kinds))
      return withIssuers(before, firstOfUnnamed(before, from, kinds), isUnderHeading)
  return []
}

/** Where a title without 关于 begins: lines that begin with a place or a year and say no kind of their own are its beginning. */
function firstOfUnnamed(before: readonly Line[], from: number, kinds: readonly string[]): number {
  let start = from
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) {
    const { bare } = before[at] as Line
    if (kinds.some((kind) => bare.endsWith(kind)) || isOrganName(before[at] as Line)) break
    if (BEGINS_PLACE.test(bare) || /^(?:19|20)\d{2}年/.test(bare)) start = at
  }
  return start
}

/** No title begins with what closes or carries on a name. */
const CARRIES_ON = /^[、)》”]/
/** What completes a title that is whole by itself: 的 通知, （试行）. */
const COMPLETES = /^(?:的|[(（]|通知$|意见$|批复$|决定$|公告$|办法$|方案$)/

/** Title pieces from a line on, until the title is whole or no piece follows. */
export function titleFrom(lines: readonly Line[], at: number, kinds: readonly string[]): Line[] {
  const found: Line[] = []
  for (let index = at; index < lines.length && found.length < LONGEST_TITLE; index++) {
    const line = lines[index]
    if (!line || !isTitlePiece(line) || isRecipients(line)) break
    if (found.length === 0 && CARRIES_ON.test(line.bare)) break
    if (found.length > 0 && isWholeTitle(joinTitle(found), kinds) && !COMPLETES.test(line.bare)) break
    found.push(line)
  }
  return found
}

/** 明溪区 before 2024年1—9月主要指标: whose figures they are, which the contents of its own gazette leave out. */
const PLACE_OF_YEAR = /^\p{Script=Han}{1,12}[省市区县州旗盟](?=(?:19|20)\d{2}年)/u

/** The part of a title that its contents entry and its print share when one of them leaves out the issuer, or the place. */
export const titleCore = (title: string): string => {
  const key = foldForComparing(title)
  const at = key.indexOf('关于')
  return at > 0 ? key.slice(at) : key.replace(PLACE_OF_YEAR, '')
}
