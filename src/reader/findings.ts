import type { Finding, ReadDocument } from './types.ts'

/** What looks wrong with a document that was read, for a clerk to look at. */
export function documentFindings(
  document: Omit<ReadDocument, 'findings'>,
  { isTable }: { readonly isTable: boolean },
): Finding[] {
  const findings: Finding[] = []
  const line = document.lines.from
  const add = (code: string, severity: Finding['severity'], message: string, at = line) =>
    findings.push({ code, severity, message, line: at })
  if (document.title === '') add('title-missing', 'error', '没有识别出标题。')
  if (isTable) return findings
  if (!document.docNumber) add('number-missing', 'info', '没有识别出发文字号。')
  if (!document.issuer) add('issuer-missing', 'warning', '没有识别出发文机关。')
  if (!document.signedOn) add('date-missing', 'warning', '没有识别出成文日期。')
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
  return findings
}
