import { dateIn } from '../kernel/chinese-date.ts'
import { readNumeral, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import type { ReadGazette } from './types.ts'

const NAME = /^([\p{Script=Han}]{2,20}?(?:人民政府)?(?:公报|政报))/u

/** Who makes the gazette: the organ that runs it, before those that edit, oversee or print it; named after or before the word. */
const PUBLISHERS = [
  /主办(?:单位)?[::]?([\p{Script=Han}]{4,30})/u,
  /^([\p{Script=Han}]{4,30})主办$/mu,
  /(?:编辑出版|主管|编印|出版)(?:单位)?[::]?([\p{Script=Han}]{4,30})/u,
  /^([\p{Script=Han}]{4,30})(?:编印|编辑出版)$/mu,
]

/** How far into a source its cover and imprint reach. */
const COVER = 80

/**
 * What the cover, imprint and running headers say of the issue. A source that names no gazette is none, even when it
 * has a contents page.
 */
export function readGazette(lines: readonly Line[]): ReadGazette | null {
  const front = lines.slice(0, COVER).filter(({ isRow, key }) => !isRow && key.length < 80)
  const keys = front.map(({ key }) => withoutSpaces(key))
  const named = lines
    .slice(0, 400)
    .find(({ isRow, key }) => !isRow && key.length < 60 && NAME.test(withoutSpaces(key)) && !/[《。,]/.test(key))
  if (!named) return null
  const header = withoutSpaces(named.key)
  const all = [header, ...keys].join('\n')
  const year = /((?:19|20)\d{2})年?(?:第|\.|-|[ⅠⅡⅢⅣ]|\s)/.exec(all) ?? /((?:19|20)\d{2})年/.exec(all)
  const number = /(?<!总)第([\d一二三四五六七八九十]{1,3})[期号]/.exec(all)
  const total = /\(?总(?:第|期数?[::]?)?(\d{1,5})期?/.exec(all)
  const publisher = PUBLISHERS.map((pattern) => pattern.exec(all)).find((found) => found !== null)
  const published =
    /(?:出版日期|发布日期|出版时间)[::]?(.{6,20})/.exec(all) ??
    /((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:出版|编印)/.exec(all)
  return {
    title: NAME.exec(header)?.[1] ?? null,
    publisher: publisher?.[1] ?? null,
    year: year ? Number(year[1]) : null,
    number: number ? readNumeral(number[1] ?? '') : null,
    totalNumber: total ? Number(total[1]) : null,
    publishedOn: published ? dateIn(published[1] ?? '') : null,
  }
}
