import { readNumeral } from '../kernel/han.ts'
import { type ClauseLabel, clauseLabel } from './marks.ts'
import type { Paragraph } from './paragraphs.ts'
import type { ClauseLevel, StatuteLevel } from './types.ts'

/** A label in the text: one that begins a paragraph, or one inside it that may begin a clause. */
interface Mark {
  readonly paragraph: number
  /** Place in the paragraph's text, 0 where it begins it. */
  readonly at: number
  readonly level: ClauseLevel | StatuteLevel
  readonly number: number
}

/** Marks of one level that count up, and whether what they say is enough to break paragraphs at them. */
interface Chain {
  readonly marks: Mark[]
  isProven: boolean
}

const DIGITS = /\d+|[〇零○一二三四五六七八九十百千]+/

/** Where a label may stand inside a paragraph: behind the end of a sentence, or behind the heading that begins the paragraph. */
const MAY_RUN_ON =
  /[。;:!?—)][)》”]{0,2}\s{0,4}(?:第[\d一二三四五六七八九十百]|\(\s?[\d一二三四五六七八九十]{1,3}\s?\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,3}[.、]\D)|^第.{1,4}[章节].{1,60}第|^[一二三四五六七八九十]{1,3}、[^。;:]{1,60}\([一二三四五六七八九十]{1,3}\)/

/** The number of a label; null for 第四条之一, which counts nothing. */
function numberOf({ label }: ClauseLabel): number | null {
  const digits = DIGITS.exec(label.normalize('NFKC'))?.[0]
  if (digits === undefined || label.includes('之')) return null
  return readNumeral(digits)
}

/**
 * Parts paragraphs in which clauses run on: 第三章 贷款期限第七条 紧急贷款…, …予以备案。第八条 …. Texts that went through a web page
 * or a narrow column often lost the break before a clause. A label inside a paragraph begins a clause where a sentence or a
 * heading ends before it and it counts on from the clause before; and where the break before others of its list was kept,
 * or the list is one of articles or of the items of an article. A list that its author printed in one paragraph stays there.
 */
export function partRunInClauses(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  if (!paragraphs.some(({ key }) => MAY_RUN_ON.test(key))) return paragraphs
  const breaks = Map.groupBy(provenMarks(paragraphs), ({ paragraph }) => paragraph)
  return paragraphs.flatMap((paragraph, index) => {
    const places = breaks.get(index)?.map(({ at }) => at)
    return places ? partAt(paragraph, places) : [paragraph]
  })
}

function partAt({ text, key, lines }: Paragraph, places: readonly number[]): Paragraph[] {
  return [0, ...places].map((from, index) => {
    const to = places[index] ?? text.length
    return { text: text.slice(from, to).trim(), key: key.slice(from, to).trim(), lines }
  })
}

/** The labels inside paragraphs that begin clauses, in order. */
function provenMarks(paragraphs: readonly Paragraph[]): Mark[] {
  const open = new Map<ClauseLevel | StatuteLevel, Chain>()
  const chains: Chain[] = []
  let isInArticle = false
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const mark of marksOf(paragraph, index)) {
      const isStart = mark.at === 0
      const chain = open.get(mark.level)
      const goesOn = chain?.marks.at(-1)?.number === mark.number - 1
      if (!isStart && !goesOn && mark.number !== 1) continue
      if (mark.level === 'article') isInArticle = true
      else if (typeof mark.level !== 'number') isInArticle = false
      const next = goesOn && chain ? chain : { marks: [], isProven: false }
      if (next !== chain) chains.push(next)
      // One that stands alone proves nothing; a second shows that it is a list.
      next.isProven ||=
        isStart || (next.marks.length > 0 && (mark.level === 'article' || (isInArticle && mark.level === 2)))
      next.marks.push(mark)
      open.set(mark.level, next)
    }
  }
  return chains
    .flatMap(({ marks, isProven }) => (isProven ? marks.filter(({ at }) => at > 0) : []))
    .sort((a, b) => a.paragraph - b.paragraph || a.at - b.at)
}

const OPENS = '(《“〔「『'
const CLOSES = ')》”〕」』'
const ENDS_SENTENCE = '。;:!?—'
const SPACE = /\s/
/** 第二条的标准, 第三条中: goes on as a sentence that names an article. */
const CITES_ON = /^(?:[的和及与至,]|所[称列规指述]|中[,的规所])/
const LONGEST_HEADING = 60

/** Labels of a paragraph: the one at its beginning, and those inside that follow the end of a sentence or a heading. */
function* marksOf({ text, key }: Paragraph, paragraph: number): Generator<Mark> {
  const markAt = (at: number, label: ClauseLabel): Mark | null => {
    const number = numberOf(label)
    return number === null ? null : { paragraph, at, level: label.level, number }
  }
  const first = clauseLabel({ text, key })
  const start = first && markAt(0, first)
  if (start) yield start
  if (!MAY_RUN_ON.test(key)) return
  let depth = 0
  let isBorder = start === null
  let isNote = false
  for (let at = start ? text.length - (first?.rest.length ?? 0) : 0; at < key.length; at++) {
    const sign = key[at] as string
    if (SPACE.test(sign)) continue
    if (depth === 0 && (isBorder || (at <= LONGEST_HEADING && (sign === '第' || sign === '(')))) {
      const label = clauseLabel({ key: key.slice(at), text: text.slice(at) })
      if (label && !isCited(label) && (isBorder || followsHeading(key, at, label, first))) {
        const mark = markAt(at, label)
        if (mark) yield mark
        at += key.slice(at).length - label.rest.length - 1
        isBorder = false
        continue
      }
    }
    if (OPENS.includes(sign)) {
      // （责任单位：…） behind a sentence belongs to it.
      if (depth === 0) isNote = isBorder
      depth++
    } else if (CLOSES.includes(sign) && depth > 0) depth--
    isBorder = ENDS_SENTENCE.includes(sign) || (CLOSES.includes(sign) && (isBorder || (depth === 0 && isNote)))
  }
}

const isCited = ({ level, rest }: ClauseLabel): boolean => level === 'article' && CITES_ON.test(rest)

/** Whether all that stands before a first clause is a heading: 第三章 贷款期限 before 第七条, 二、年度报告 before （一）. */
function followsHeading(key: string, at: number, label: ClauseLabel, first: ClauseLabel | null): boolean {
  const before = key.slice(0, at)
  if (/[。;:]/.test(before)) return false
  if (first?.level === 'chapter' || first?.level === 'section')
    return label.level === 'article' || label.level === 'section'
  return label.level === 2 && first?.level === 1
}
