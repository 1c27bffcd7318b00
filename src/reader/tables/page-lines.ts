import type { SourceLine } from '../types.ts'

const DIGITS = '[\\d０-９]{1,4}'
const NUMBER = new RegExp(
  `^\\s*(?:[-—–－·•・∙●~【[]*\\s*${DIGITS}\\s*[-—–－·•・∙●~】\\]]*|第\\s*${DIGITS}\\s*页(?:\\s*[,，/]?\\s*共\\s*${DIGITS}\\s*页)?)\\s*$`,
)
const OF_ISSUE = '(?:期|年|(?:19|20)\\d{2}\\s?[·.\\-—/]\\s?\\d{1,2}(?!\\d))'
const HEADER = new RegExp(`(?:公报|政报).*${OF_ISSUE}|${OF_ISSUE}.*(?:公报|政报)`)

/** QINGHE SHI RENMIN ZHENGFU GONGBAO */
const LETTERS = /^[A-Z\d\s·.'’-]{4,100}(?:GONGBAO|ZHENGBAO|GAZETTE)[A-Z\d\s·.'’-]*$/i

/** — 3 —, 明溪区人民政府公报  2026年第1期, 2006·5  明溪政报: what a page prints between two rows. */
export const isOfPage = ({ text }: Pick<SourceLine, 'text'>): boolean =>
  text.length <= 120 && (NUMBER.test(text) || HEADER.test(text) || LETTERS.test(text))
