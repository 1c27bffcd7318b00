import { foldWidth } from '../../../kernel/han.ts'

/** The time that a statistical table is about: spans of a year count from January, as official tables do. */
export interface Period {
  readonly year: number
  /** 全年, 一季度, 上半年, 前三季度, 1—5月, 5月 */
  readonly span: string
}

const WORDS =
  /(\d{4})年?(?:度)?(第?[一二三四]季度|上半年|下半年|前三季度|全年|(\d{1,2})(?:月)?[-—–~～至到](\d{1,2})月|(\d{1,2})月)?/u
/** Spans from January by their last month. */
const FROM_JANUARY: Readonly<Record<number, string>> = { 3: '一季度', 6: '上半年', 9: '前三季度', 12: '全年' }

function spanOf(words: string, first: string | undefined, last: string | undefined): string {
  if (first !== undefined && last !== undefined)
    return (Number(first) === 1 ? FROM_JANUARY[Number(last)] : undefined) ?? `${Number(first)}—${Number(last)}月`
  return words.replace(/^第/u, '').replace(/^0/u, '')
}

/** 2020年1-9月全区主要经济指标 → 2020, 前三季度; a year alone is the whole year. Null: no year is named. */
export function periodIn(title: string): Period | null {
  const found = WORDS.exec(foldWidth(title))
  if (!found) return null
  const [, year, words, first, last] = found
  return { year: Number(year), span: words ? spanOf(words, first, last) : '全年' }
}

/** 2024年一季度: as people say it. */
export const periodName = ({ year, span }: Period): string => (span === '全年' ? `${year}年` : `${year}年${span}`)
