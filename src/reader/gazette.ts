import { dateIn } from '../kernel/chinese-date.ts'
import { readNumeral } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { dateOf, isRecipients, signedOnOneLine } from './marks.ts'
import { numberMark } from './number-marks.ts'
import type { ReadGazette } from './types.ts'

/** 明溪区人民政府公报, 海陵政报. A 统计公报 or 质量公报 is a document, no gazette. */
const NAME = /^(\p{Script=Han}{2,24}?(?:公报|政报))(?!是|的|》|为)/u
const NO_GAZETTE = /(?:统计|状况|质量|普查|调查|环境|资源|发展|情况|经费|决算|审计|会议|抽查|水土|灾害)公报$/
const NUMERAL = '[\\d〇零○一二三四五六七八九十百]'
const YEAR = /((?:19|20)\d{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})(?:年|(?=[第·.\-—/ⅠⅡⅢⅣ])|$)/
const NUMBER = new RegExp(`(?<!总)第(${NUMERAL}{1,3})[期号]|(?:19|20)\\d{2}[·./\\-—](\\d{1,2})(?!\\d|月)`)
const TOTAL = new RegExp(`总(?:第|期|号|期数|期号)?[::]?第?(${NUMERAL}{1,5})[期号]?`)
const PUBLISHERS = ['主办', '编辑出版', '编印', '编辑', '主管', '出版'].map(
  (label) =>
    new RegExp(
      `${label}(?:单位|机关)?[::]([\\p{Script=Han}、]{4,40}?)(?=主办|编辑|主管|承办|出版|印刷|地址|电话|\\d|[(]|$)`,
      'u',
    ),
)
const PUBLISHED_BY =
  /^(\p{Script=Han}{4,30}(?:办公室|办公厅|政府|编辑部))(?:主办|编印|编辑出版|编辑|编|出版)(?=$|[\d一二(])/u
const PUBLISHED_ON = /(?:出版|出刊|发行|发布|印刷|编印)(?:日期|时间)?[::](.{6,24})/
/** 2016年第2期（总第28期）　2016年4月30日: number and day of the issue on one line. */
const DATE_OF_ISSUE = /期\)?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)$/
const DATE_PUBLISHED = /(.{8,20}日)(?:出版|出刊|编印|发行)/
/** 明溪区人民政府办公室编印　2024年10月15日: who made the issue, and when. */
const DATE_BEHIND =
  /(?:办公室|办公厅|政府|编辑部)(?:主办|主管|编印|编辑出版|编辑|编|出版)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)$/
const PUBLISHES = /(?:办公室|办公厅|政府|编辑部)$/

/** 编辑出版：《明溪政报》编辑室 names the gazette, no document. */
const OF_IMPRINT = /^(?:主管|主办|承办|编辑|编印|编审|出版|编辑出版)(?:单位|机关)?[::]/

/** How far into a source its cover reaches, how far its running headers are looked for, and how much of its end may be imprint. */
const COVER = 80
const HEADERS = 400
const IMPRINT = 30
const LONGEST_LINE = 60

/** 《明溪区人民政府公报》2024年第1期 → 明溪区人民政府公报2024年第1期. */
const withoutTitleMarks = (bare: string): string =>
  bare.replace(/^《([^《》]*(?:公报|政报))》(?=$|(?:19|20)\d{2}|第|\(?总)/, '$1')

/** Lines of the cover: before the contents pages, or up to the first that belongs to a document. */
function coverOf(lines: readonly Line[], contents: ReadonlySet<number>): Line[] {
  const cover: Line[] = []
  for (const line of lines.slice(0, COVER)) {
    if (line.isRow || contents.has(line.number)) continue
    if (line.key.length > LONGEST_LINE || numberMark(line)?.isOrder === false || isRecipients(line)) break
    if (/关于|《/.test(withoutTitleMarks(line.bare)) && !OF_IMPRINT.test(line.bare)) break
    cover.push(line)
  }
  return cover
}

/** 明溪区 / 人民政府公报, 明溪区人民政府 / 公报: one name over two lines. */
const isCarriedOn = (above: string, bare: string): boolean =>
  (/^(?:公报|政报)$/.test(bare) && /政府$/.test(above)) ||
  (/^人民政府(?:公报|政报)/.test(bare) && /^\p{Script=Han}{2,12}[省市区县州旗盟]$/u.test(above))

/** A masthead printed downwards: one sign a line. */
const FEWEST_DOWNWARDS = 5

function namedDownwards(lines: readonly Line[]): { readonly text: string; readonly name: string } | null {
  let text = ''
  for (const { bare, isRow } of lines.slice(0, COVER)) {
    if (!isRow && /^\p{Script=Han}$/u.test(bare)) text += bare
    else if (text !== '') break
  }
  const name = text.length >= FEWEST_DOWNWARDS ? NAME.exec(text)?.[1] : undefined
  return name ? { text, name } : null
}

/** The line that names the gazette, with its place; a name letterspaced over two lines is put together. */
function namedLine(lines: readonly Line[]): { readonly text: string; readonly name: string } | null {
  for (let at = 0; at < Math.min(lines.length, HEADERS); at++) {
    const { bare, isRow } = lines[at] as Line
    if (isRow || bare === '' || bare.length > LONGEST_LINE) continue
    const above = lines[at - 1]?.bare ?? ''
    const text = isCarriedOn(above, bare) ? above + bare : withoutTitleMarks(bare)
    const stripped = text.replace(/^(?:(?:19|20)\d{2}年?)?(?:第?\d{1,3}[期号])?(?:\(?总第?\d+期\)?)?/, '')
    const name = NAME.exec(stripped)?.[1]
    if (!name || NO_GAZETTE.test(name) || /[《。,;]/.test(text) || /关于|办法|通知/.test(text)) continue
    return { text, name }
  }
  return null
}

/**
 * What the cover, imprint and running headers say of the issue. A source that names no gazette is none, even when it
 * has a contents page.
 */
export function readGazette(lines: readonly Line[], contents: ReadonlySet<number>): ReadGazette | null {
  const named = namedDownwards(lines) ?? namedLine(lines)
  if (!named) return null
  const cover = coverOf(lines, contents)
  const imprint = lines.slice(-IMPRINT).filter(({ bare }) => bare !== '' && bare.length < LONGEST_LINE)
  const texts = [named.text, ...cover.map(({ bare }) => bare)]
  const number = firstOf(texts, NUMBER)
  const year = firstOf(texts, YEAR)
  const total = firstOf(texts, TOTAL)
  const beside = besideDate(cover, contents)
  return {
    title: named.name,
    publisher: publisherIn([...cover, ...imprint].map(({ bare }) => bare)) ?? beside?.signer ?? null,
    year: year ? readNumeral(year) : null,
    number: number ? readNumeral(number) : null,
    totalNumber: total ? readNumeral(total) : null,
    publishedOn: publishedIn(cover, imprint) ?? (beside ? dateIn(beside.date) : null),
  }
}

/** 明溪区人民政府办公室　2024年10月15日 on the cover, before the contents: who made the issue, without a word that says so. */
function besideDate(cover: readonly Line[], contents: ReadonlySet<number>) {
  const [first = 0] = contents
  const found = cover
    .filter(({ number }) => number < first)
    .map(signedOnOneLine)
    .find((signed) => signed !== null && PUBLISHES.test(signed.signer))
  return found ?? null
}

/** What the first text that has it says. */
function firstOf(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)
    if (found) return found.slice(1).find((part) => part !== undefined) ?? null
  }
  return null
}

function publisherIn(texts: readonly string[]): string | null {
  for (const pattern of PUBLISHERS) {
    const found = firstOf(texts, pattern)
    if (found) return found
  }
  return firstOf(texts, PUBLISHED_BY)
}

function publishedIn(cover: readonly Line[], imprint: readonly Line[]) {
  for (const { bare } of [...cover, ...imprint]) {
    const found = PUBLISHED_ON.exec(bare)?.[1] ?? DATE_PUBLISHED.exec(bare)?.[1] ?? DATE_BEHIND.exec(bare)?.[1]
    const day = found ? dateIn(found) : null
    if (day) return day
  }
  const printed = cover.find((line) => dateOf(line) !== null)
  if (printed) return dateOf(printed)
  const beside = firstOf(
    cover.map(({ bare }) => bare),
    DATE_OF_ISSUE,
  )
  return beside ? dateIn(beside) : null
}
