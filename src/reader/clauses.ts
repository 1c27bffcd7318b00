import { clauseLabel } from './marks.ts'
import type { Paragraph } from './paragraphs.ts'
import type { ClauseLevel, Part, ReadElement, StatuteLevel } from './types.ts'

/** How deep each level stands; a clause ends where one of its depth or above begins. */
const DEPTH: Readonly<Record<ClauseLevel | StatuteLevel, number>> = {
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  paragraph: 4.5,
  1: 5,
  2: 6,
  item: 6,
  3: 7,
  subitem: 7,
  4: 8,
}

/** The label as it stands in a path: 一、 → 一, 1. → 1, （二） and 第五条 as they are. */
const pathLabel = (label: string): string =>
  label
    .replace(/[、.．，]$/u, '')
    .replace(/[(〈]/, '（')
    .replace(/[)〉]/, '）')

/** Longest heading, and longest one that is the whole clause with its full stop: 推进电网改造。 */
const LONGEST_HEADING = 60
const LONGEST_ALONE = 24

/**
 * The heading of a clause: its first sentence when the clause goes on after it, or the whole when it is no sentence. An
 * item of an article, of a list that semicolons part, or one long sentence has none.
 */
function headingOf(level: ClauseLevel | StatuteLevel, rest: string, inArticle: boolean): string | null {
  if (inArticle || level === 'article' || level === 'paragraph' || level === 'item') return null
  const end = rest.search(/[。：:；;]/)
  const first = (end < 0 ? rest : rest.slice(0, end)).trim()
  if (first === '' || first.length > LONGEST_HEADING) return null
  if (end < 0) return first
  const isWhole = rest.length - end < 2
  if (!isWhole) return rest[end] === '。' ? first : null
  return rest[end] === '。' && first.length <= LONGEST_ALONE && !/[，,]/.test(first) ? first : null
}

/** A 款 ends with a sentence; after a colon or a semicolon it goes on. */
const ENDS_PARAGRAPH = /[。!?][”"'’)]*$/

/** Follows the nesting of clauses through a part of a document and gives each its path. */
export class ClausePaths {
  readonly #open: { readonly depth: number; readonly label: string }[] = []
  /** Paragraphs (款) of the article that is open, 0 outside articles. */
  #paragraphs = 0
  readonly #used = new Map<string, number>()

  /** The path of the innermost open clause, '' outside all. A 款 by itself is no clause. */
  get current(): string {
    const open = this.#open.at(-1)?.depth === DEPTH.paragraph ? this.#open.slice(0, -1) : this.#open
    return open.map(({ label }) => label).join('/')
  }

  /** Whether an article is open: what is numbered in it are its items. */
  get inArticle(): boolean {
    return this.#paragraphs > 0
  }

  /** Opens a clause; a path that was used before (misnumbered text) gets a mark, so that every clause has its own. */
  open(level: ClauseLevel | StatuteLevel, label: string): string {
    const depth = DEPTH[level]
    if (depth <= DEPTH.article) this.#paragraphs = level === 'article' ? 1 : 0
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop()
    const plain = pathLabel(label)
    const path = [...this.#open.map((clause) => clause.label), plain].join('/')
    const times = (this.#used.get(path) ?? 0) + 1
    this.#used.set(path, times)
    this.#open.push({ depth, label: times === 1 ? plain : `${plain}·${times}` })
    return this.current
  }

  /**
   * A paragraph without a label: in an article it is the next 款 when the one before has ended, and the items that follow
   * stand in it (第六条/第二款/（一）). Returns the path of the clause that holds it.
   */
  paragraph(isNext: boolean): string {
    if (this.#paragraphs === 0 || !isNext || this.#paragraphs >= 99) return this.current
    while ((this.#open.at(-1)?.depth ?? 0) > DEPTH.article) this.#open.pop()
    const path = this.current
    this.#paragraphs++
    this.#open.push({ depth: DEPTH.paragraph, label: `第${numeral(this.#paragraphs)}款` })
    return path
  }
}

/** 二, 十二: numerals of paragraphs; no article has more than 99. */
const numeral = (number: number): string => {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

/** Turns the paragraphs of a part into elements: clauses with their path, and paragraphs under the clause that holds them. */
export function readElements(paragraphs: readonly Paragraph[], part: Part, paths: ClausePaths): ReadElement[] {
  return paragraphs.map(({ text, key, lines }, index): ReadElement => {
    const label = clauseLabel({ text, key })
    if (!label) {
      const isNext = index > 0 && ENDS_PARAGRAPH.test((paragraphs[index - 1] as Paragraph).key)
      return { kind: 'paragraph', text, part, path: paths.paragraph(isNext), lines }
    }
    const path = paths.open(label.level, label.label)
    return {
      kind: 'clause',
      level: label.level,
      label: label.label,
      heading: headingOf(label.level, label.rest, paths.inArticle),
      text: label.rest,
      part,
      path,
      lines,
    }
  })
}
