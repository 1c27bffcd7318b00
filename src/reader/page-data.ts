import type { Day } from '../kernel/day.ts'
import { foldForComparing } from '../kernel/han.ts'
import { readLines } from './lines.ts'
import { isOrganName } from './marks.ts'
import type { Finding, SourceHints } from './types.ts'

/** What the print of a document says of it. */
interface Printed {
  readonly docNumber: string | null
  readonly signedOn: Day | null
  readonly issuers: readonly string[]
}

interface Filled extends Printed {
  readonly findings: readonly Finding[]
}

/**
 * What a page's own data say fills what its text leaves out: many sites print number and date in a table above the text
 * alone. What is printed stays; each thing that was filled is told, for it may be of another day or another organ.
 */
export function filledFromPage(printed: Printed, said: SourceHints, line: number): Filled {
  const findings: Finding[] = []
  const tell = (code: string, message: string) => findings.push({ code, severity: 'info', message, line })
  let { docNumber, signedOn, issuers } = printed
  if (docNumber === null && said.docNumber) {
    docNumber = said.docNumber
    tell('number-from-page-data', `正文没有印发文字号，“${docNumber}”取自网页的信息表，请核对。`)
  } else if (docNumber && said.docNumber && foldForComparing(docNumber) !== foldForComparing(said.docNumber)) {
    tell('number-differs-from-page-data', `正文的发文字号是${docNumber}，网页的信息表写的是${said.docNumber}，请核对。`)
  }
  if (signedOn === null && said.signedOn) {
    signedOn = said.signedOn
    tell('date-from-page-data', `正文没有印成文日期，${signedOn} 取自网页的信息表，请核对。`)
  }
  if (issuers.length === 0 && said.issuer && isOrgan(said.issuer)) {
    issuers = [said.issuer]
    tell('issuer-from-page-data', `正文没有印发文机关，“${said.issuer}”取自网页的信息表，请核对。`)
  }
  return { docNumber, signedOn, issuers, findings }
}

const isOrgan = (name: string): boolean =>
  readLines({ format: 'txt', lines: [{ number: 1, text: name }], hints: {}, findings: [] }).some(isOrganName)
