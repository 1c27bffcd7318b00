import { formatDocNumber, readDocNumber } from '../kernel/doc-number.ts'
import type { Line } from './lines.ts'

/** A document number that stands as a line. */
export interface NumberMark {
  /** As it is kept: 〔〕 round the year, without spaces. */
  readonly docNumber: string
  /** What the line says before an order's number (明溪区人民政府令), null for a number by itself. */
  readonly organ: string | null
  /** The number counts within what stands above it: 第12号 under 明溪区人民政府令. */
  readonly isOrder: boolean
  /** The whole line is in brackets, as beneath titles. */
  readonly isBracketed: boolean
}

const LABEL = /^(?:文号|发文字号|文件编号|发文号|公文字号)[::]/
const ORDER = /^(?:[(〔[【]?((?:19|20)\d{2})[)〕\]】]?年?)?[(]?第?([\d〇零一二三四五六七八九十百]{1,5})号[)]?$/
const ORDER_AFTER_ORGAN =
  /^(\p{Script=Han}{2,40}?(?:令|公告|通告|决定))[(]?((?:[(〔[【]?(?:19|20)\d{2}[)〕\]】]?年?)?[(]?第?[\d〇零一二三四五六七八九十百]{1,5}号)[)]?$/u

/** 2019年第3号, 〔2019〕第3号, 第3号: the year's brackets in one form, all else as printed. */
function orderNumber(text: string): string | null {
  const parts = ORDER.exec(text)
  if (!parts) return null
  const [, year, serial] = parts
  if (!year) return text.startsWith('第') || text.startsWith('(第') ? `第${serial}号` : null
  // （2021年第2号） is in brackets as a whole, 〔2021〕第2号 has its year in them.
  const isBracketed = /^[(〔[【]\d{4}[)〕\]】]/.test(text)
  if (!isBracketed && !/年/.test(text)) return null
  return `${isBracketed ? `〔${year}〕` : `${year}年`}${text.includes('第') ? '第' : ''}${serial}号`
}

const NAMES_ORGAN = /(?:政府|国务院|委员会|[局委部院行会署厅办社])(?:令|公告|通告|决定)$/

const marks = new WeakMap<Line, NumberMark | null>()

/** Reads a line that is nothing but a document number; null for any other line. */
export function numberMark(line: Line): NumberMark | null {
  if (line.bare.length > 60 || !line.bare.includes('号')) return null
  const known = marks.get(line)
  if (known !== undefined) return known
  const mark = readMark(line.bare) ?? readBrokenMark(line)
  marks.set(line, mark)
  return mark
}

/** 内资准字（2019）第006号, 准印证〔2020〕12号: what licenses a gazette to be printed numbers no document. */
const LICENCE = /(?:准字|准印|印证|内资).{0,3}[〔[(【]?(?:19|20)\d{2}/

function readMark(bare: string): NumberMark | null {
  if (LICENCE.test(bare)) return null
  const text = bare.replace(LABEL, '').replace(/签发人.*$/, '')
  const isBracketed = /^[(].*号[)]$/.test(text) && !/^[(](?:第|(?:19|20)\d{2}[)])/.test(text)
  const inner = isBracketed ? text.slice(1, -1) : text
  const plain = readDocNumber(inner)
  const after = ORDER_AFTER_ORGAN.exec(inner)
  const [, organ, number = ''] = after ?? []
  // 云政公告〔2023〕3号 is a code and its number; 中国人民银行公告〔2023〕3号 is an organ's.
  const isCode = plain !== null && organ !== undefined && organ.length <= 6 && !NAMES_ORGAN.test(organ)
  if (organ && !isCode && !/^(?:根据|依照|按照|见)/.test(organ)) {
    const serial = orderNumber(number) ?? orderNumber(`第${number}`)
    if (serial)
      return { docNumber: `${organ}${/第|年|〔/.test(number) ? serial : number}`, organ, isOrder: true, isBracketed }
  }
  if (plain) return { docNumber: formatDocNumber(plain), organ: null, isOrder: false, isBracketed }
  const serial = orderNumber(text)
  return serial ? { docNumber: serial, organ: null, isOrder: true, isBracketed: false } : null
}

/** 明溪政〔2006 31号, 明溪政2006〕31号, 明溪政发 2006 31号: a scanner lost one bracket or both; a gap parts year and number. */
const BROKEN =
  /^(\p{Script=Han}{2,14})\s*(?:[〔[(【]\s*((?:19|20)\d{2})\s*(\d{1,4})|((?:19|20)\d{2})\s*[〕\])】]\s*(\d{1,4})|((?:19|20)\d{2})\s+(\d{1,4}))\s*号$/u
const ENDS_CODE = /[发字函办政府复任告通规令文委党人干]$/

/** A number by itself whose brackets were lost in part, as it was printed; null for any other line. */
function readBrokenMark({ key }: Line): NumberMark | null {
  const [, code = '', ...counts] = BROKEN.exec(key) ?? []
  const [year, serial] = counts.filter((count) => count !== undefined)
  if (!year || !serial || !ENDS_CODE.test(code)) return null
  const docNumber = formatDocNumber({ issuerCode: code, year: Number(year), serial: Number(serial) })
  return { docNumber, organ: null, isOrder: false, isBracketed: false }
}

const IN_TITLE = /^(.{6,}?)[(（]([^()（）]{2,20}?[〔[【(（﹝](?:19|20)\d{2}[〕\]】)）﹞]第?\d{1,5}号)[)）]$/

/** A title that carries its number behind it: 关于…的通知（明溪政发〔2024〕3号）. Null for other text. */
export function numberBehindTitle(bare: string): { readonly title: string; readonly docNumber: string } | null {
  if (bare.length < 16 || !/号[)）]$/.test(bare)) return null
  const [, title = '', number = ''] = IN_TITLE.exec(bare) ?? []
  const read = number === '' ? null : readDocNumber(number)
  return read ? { title, docNumber: formatDocNumber(read) } : null
}
