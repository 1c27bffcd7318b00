import { wholeDate } from '../kernel/chinese-date.ts'
import { readNumeral, withoutSpaces } from '../kernel/han.ts'
import type { Finding, ReadDocument, ReadElement } from './types.ts'

/** What looks wrong with a document that was read, for a clerk to look at. */
export function documentFindings(
  document: Omit<ReadDocument, 'findings'>,
  { isTable, isTitled }: { readonly isTable: boolean; readonly isTitled: boolean },
): Finding[] {
  const findings: Finding[] = []
  const line = document.lines.from
  const add = (code: string, severity: Finding['severity'], message: string, at = line) =>
    findings.push({ code, severity, message, line: at })
  if (!isTitled) add('title-missing', 'error', '没有识别出标题，暂用正文开头的几个字。')
  else if (isCut(document.title))
    add('title-cut', 'warning', `标题“${document.title}”的书名号、括号或者引号不成对，可能被截断。`)
  if (isTable) return findings
  // A chronicle lists what happened: nobody issues it. A communiqué has no number.
  const isIssued = document.kind !== '大事记'
  const isNumbered = isIssued && !/公报$/.test(document.kind ?? '')
  if (isNumbered && !document.docNumber) add('number-missing', 'info', '没有识别出发文字号。')
  if (isIssued && !document.issuer) add('issuer-missing', 'warning', '没有识别出发文机关。')
  if (isIssued && !document.signedOn) add('date-missing', 'warning', '没有识别出成文日期。')
  if (document.signedOn && document.printedOn && document.signedOn > document.printedOn) {
    add('signed-after-printed', 'warning', `成文日期（${document.signedOn}）晚于印发日期（${document.printedOn}）。`)
  }
  const year = /〔(\d{4})〕/.exec(document.docNumber ?? '')?.[1]
  if (year && document.signedOn && Math.abs(Number(year) - Number(document.signedOn.slice(0, 4))) > 1) {
    add('number-year-differs', 'warning', `发文字号的年份（${year}）与成文日期（${document.signedOn}）不符。`)
  }
  for (const { title, lines } of document.attachments) {
    if (lines === null) add('attachment-not-printed', 'info', `附件“${title}”列在文中，但没有印出。`)
  }
  for (const { text, lines } of impossibleDates(document.elements))
    add('date-impossible', 'warning', `“${text}”不是真实存在的日期。`, lines.from)
  for (const { label, before, line: at } of numberGaps(document.elements))
    add('clause-number-gap', 'info', `“${label}”前面是“${before}”，序号不连续，可能缺少内容。`, at)
  return findings
}

const PAIRED = /[《〈》〉（(）)“”]/

/** Book titles, brackets or quotation marks that a title opens and does not close, or the other way round. */
function isCut(title: string): boolean {
  if (!PAIRED.test(title)) return false
  const count = (signs: RegExp) => title.match(signs)?.length ?? 0
  return count(/[《〈]/g) !== count(/[》〉]/g) || count(/[（(]/g) !== count(/[）)]/g) || count(/“/g) !== count(/”/g)
}

const DATE = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/

const isImpossible = (text: string): boolean => {
  if (text.length >= 24) return false
  const bare = withoutSpaces(text)
  return DATE.test(bare) && wholeDate(bare) === null
}

/** Lines that are printed as dates and name no day: signatures with 2月30日. */
const impossibleDates = (elements: readonly ReadElement[]) =>
  elements.flatMap((element) =>
    element.kind === 'paragraph' && isImpossible(element.text) ? [{ text: element.text, lines: element.lines }] : [],
  )

/** Levels whose numbers count up through a part, or begin again under each clause above. */
const COUNTED: ReadonlySet<unknown> = new Set([1, 2, 'chapter', 'article'])

/** Clauses of a part and level whose number does not follow the one before. A number that begins again counts anew. */
function numberGaps(elements: readonly ReadElement[]): { label: string; before: string; line: number }[] {
  const gaps: { label: string; before: string; line: number }[] = []
  const last = new Map<string, { readonly number: number; readonly label: string }>()
  for (const element of elements) {
    if (element.kind !== 'clause' || !COUNTED.has(element.level)) continue
    const number = readNumeral(element.label.replace(/^第|[条章、.．()（）]/gu, '').replace(/之.*$/, ''))
    if (number === null) continue
    const { part } = element
    const counted = `${part.kind}${part.kind === 'attachment' ? part.index : ''} ${element.level}`
    const before = last.get(counted)
    if (before && number > before.number + 1)
      gaps.push({ label: element.label, before: before.label, line: element.lines.from })
    last.set(counted, { number, label: element.label })
  }
  return gaps
}
