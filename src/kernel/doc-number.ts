import { foldWidth, withoutSpaces } from './han.ts'

/** 发文字号 taken apart: issuer code, year, serial (GB/T 9704: 〔〕, no 第, no leading zeros). */
export interface DocNumber {
  readonly issuerCode: string
  readonly year: number
  readonly serial: number
}

const OPEN = '[〔\\[(【﹝〈<{「]'
const CLOSE = '[〕\\])】﹞〉>}」]'
const NUMBER = `([\\p{Script=Han}]{1,20}?(?:[A-Za-z]{0,3}))\\s?${OPEN}\\s?((?:19|20)\\d{2})\\s?${CLOSE}\\s?[-—第]?\\s?(\\d{1,5})\\s?号`
const WHOLE = new RegExp(`^${NUMBER}$`, 'u')

/** A document number anywhere in a text, in whatever brackets; use with `matchAll`. The issuer code may hold words before it. */
export const docNumbersAnywhere = (): RegExp => new RegExp(NUMBER, 'gu')

export const formatDocNumber = ({ issuerCode, year, serial }: DocNumber): string =>
  `${issuerCode}〔${year}〕${serial}号`

/** Reads a text that is nothing but a document number, whatever brackets were printed; null otherwise. */
export function readDocNumber(text: string): DocNumber | null {
  // Most texts that are asked about are none: no need to fold them.
  if (!text.includes('号')) return null
  const folded = withoutSpaces(foldWidth(text))
  if (folded.length > 50) return null
  const parts = WHOLE.exec(folded)
  return parts ? { issuerCode: parts[1] ?? '', year: Number(parts[2]), serial: Number(parts[3]) } : null
}

/** A text with the brackets 〔〕 where it is a document number, as it stands where it is none. */
export function unifiedDocNumber(text: string): string {
  const number = readDocNumber(text)
  return number ? formatDocNumber(number) : text
}
