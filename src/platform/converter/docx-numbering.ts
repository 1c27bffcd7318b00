import { letterNumeral, romanNumeral, writtenNumeral } from './numerals.ts'
import { childNamed, childrenNamed, type XmlNode } from './xml.ts'

/** A level of automatic numbering: how its number is written, where it begins, and after which level it begins anew. */
interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
  /** A higher level at which it begins anew; 0: never; undefined: at any. */
  readonly restart: number | undefined
  /** All numbers in Arabic (w:isLgl). */
  readonly isLegal: boolean
  /** What follows the number: a tab unless said otherwise. */
  readonly suffix: string
  /** The paragraph style that stands for this level. */
  readonly style: string | undefined
}

/** Numbers that have signs of their own, from 1 on. */
const SIGNS: Readonly<Record<string, string>> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
}

/** A number as its format writes it (ECMA-376, 17.18.59 ST_NumberFormat). */
function written(value: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|ideographDigital|japaneseCounting|taiwaneseCounting)/.test(format))
    return writtenNumeral(value)
  const sign = [...(SIGNS[format] ?? '')][value - 1]
  if (sign) return sign
  if (format === 'decimalFullWidth' || format === 'decimalFullWidth2')
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  if (format === 'upperLetter') return letterNumeral(value, 65)
  if (format === 'lowerLetter') return letterNumeral(value, 97)
  if (format === 'upperRoman') return romanNumeral(value)
  if (format === 'lowerRoman') return romanNumeral(value).toLowerCase()
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return String(value)
}

const value = (node: XmlNode | undefined): string | undefined => node?.attributes['w:val']

function levelOf(node: XmlNode): Level {
  const other = childNamed(childNamed(childNamed(node, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt')
  const restart = value(childNamed(node, 'w:lvlRestart'))
  const legal = childNamed(node, 'w:isLgl')
  return {
    format: value(childNamed(node, 'w:numFmt') ?? other) ?? 'decimal',
    text: value(childNamed(node, 'w:lvlText')) ?? '',
    start: Number(value(childNamed(node, 'w:start')) ?? 1),
    restart: restart === undefined ? undefined : Number(restart),
    isLegal: legal !== undefined && value(legal) !== '0' && value(legal) !== 'false',
    suffix: value(childNamed(node, 'w:suff')) ?? 'tab',
    style: value(childNamed(node, 'w:pStyle')),
  }
}

const levelsOf = (node: XmlNode): Map<number, Level> =>
  new Map(childrenNamed(node, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]))

/** Levels of the abstract lists by id; one that only names a style takes the levels of the list that is that style. */
function abstractLists(nodes: readonly XmlNode[]): Map<string, Map<number, Level>> {
  const byStyle = new Map(
    nodes.flatMap((node) => {
      const style = value(childNamed(node, 'w:styleLink'))
      return style === undefined ? [] : [[style, node] as const]
    }),
  )
  return new Map(
    nodes.map((node) => {
      const linked = byStyle.get(value(childNamed(node, 'w:numStyleLink')) ?? '')
      return [node.attributes['w:abstractNumId'] ?? '', levelsOf(linked ?? node)]
    }),
  )
}

/** Counts the automatic numbers of a document: what Word draws before a paragraph and the text lacks. */
export class Numbering {
  readonly #lists = new Map<string, Map<number, Level>>()
  readonly #countedBy = new Map<string, string>()
  readonly #counts = new Map<string, (number | undefined)[]>()

  constructor(root: XmlNode | null) {
    const numbering = root ? childNamed(root, 'w:numbering') : undefined
    const abstract = abstractLists(childrenNamed(numbering, 'w:abstractNum'))
    for (const node of childrenNamed(numbering, 'w:num')) {
      const id = node.attributes['w:numId'] ?? ''
      const of = value(childNamed(node, 'w:abstractNumId')) ?? ''
      const levels = new Map(abstract.get(of) ?? [])
      const overrides = childrenNamed(node, 'w:lvlOverride')
      for (const override of overrides) {
        const at = Number(override.attributes['w:ilvl'] ?? 0)
        const start = value(childNamed(override, 'w:startOverride'))
        const own = childNamed(override, 'w:lvl')
        const level = own ? levelOf(own) : levels.get(at)
        if (level) levels.set(at, start === undefined ? level : { ...level, start: Number(start) })
      }
      this.#lists.set(id, levels)
      // Lists of one abstract list count on together, unless one of them says where it begins.
      this.#countedBy.set(id, overrides.length > 0 ? `${of}/${id}` : of)
    }
  }

  /**
   * The number that stands before the next paragraph of a list; '' for bullets and unknown lists. The level is said by
   * the paragraph, or it is the one that its style stands for.
   */
  next(listId: string, said: number | string): string {
    const levels = this.#lists.get(listId)
    const styled = [...(levels ?? [])].find(([, { style }]) => style !== undefined && style === said)
    const at = typeof said === 'number' ? said : (styled?.[0] ?? 0)
    const level = levels?.get(at)
    if (!levels || !level) return ''
    const key = this.#countedBy.get(listId) ?? listId
    const counts = this.#counts.get(key) ?? []
    this.#counts.set(key, counts)
    counts[at] = (counts[at] ?? level.start - 1) + 1
    for (const [below, { restart }] of levels)
      if (below > at && restart !== 0 && (restart === undefined || at < restart)) counts[below] = undefined
    if (level.format === 'bullet' || level.format === 'none') return ''
    const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const shown = levels.get(index)
      return shown ? written(counts[index] ?? shown.start, level.isLegal ? 'decimal' : shown.format) : ''
    })
    return text + (level.suffix !== 'nothing' && /[\p{L}\p{N}]$/u.test(text) ? ' ' : '')
  }
}
