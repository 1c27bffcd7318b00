import type { SourceLine } from '../types.ts'

const NUMBER = /^[-—–－·•\s]*\d{1,4}[-—–－·•\s]*$/
const OF_ISSUE = '(?:期|年|(?:19|20)\\d{2}\\s?[·.\\-—/]\\s?\\d{1,2}(?!\\d))'
const HEADER = new RegExp(`(?:公报|政报).*${OF_ISSUE}|${OF_ISSUE}.*(?:公报|政报)`)

/** — 3 —, 明溪区人民政府公报  2026年第1期, 2006·5  明溪政报: what a page prints between two rows. */
export const isOfPage = ({ text }: Pick<SourceLine, 'text'>): boolean =>
  text.length <= 120 && (NUMBER.test(text) || HEADER.test(text))
