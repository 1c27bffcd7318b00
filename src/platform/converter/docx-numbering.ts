import { childNamed, childrenNamed, type XmlNode } from './xml.ts'

/** A level of automatic numbering: how its number is written, and where it begins. */
interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

const DIGITS = '零一二三四五六七八九'

/** 23 → 二十三. */
export function chineseNumeral(value: number): string {
  if (value <= 0 || value >= 10_000) return String(value)
  const [thousands, hundreds, tens, ones] = [
    Math.floor(value / 1000),
    Math.floor(value / 100) % 10,
    Math.floor(value / 10) % 10,
    value % 10,
  ]
  let text = ''
  if (thousands) text += `${DIGITS[thousands]}千`
  if (hundreds) text += `${DIGITS[hundreds]}百`
  else if (thousands && (tens || ones)) text += '零'
  if (tens) text += value < 20 ? '十' : `${DIGITS[tens]}十`
  else if (hundreds && ones) text += '零'
  return ones ? text + DIGITS[ones] : text
}

const letters = (value: number, first: number): string =>
  String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** A number as its format writes it (ECMA-376, 17.18.59 ST_NumberFormat). */
function written(value: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|ideographDigital|japaneseCounting|taiwaneseCounting)/.test(format))
    return chineseNumeral(value)
  if (format === 'decimalEnclosedCircle' && value <= 20) return String.fromCharCode(0x2460 + value - 1)
  if (format === 'upperLetter') return letters(value, 65)
  if (format === 'lowerLetter') return letters(value, 97)
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return String(value)
}

const value = (node: XmlNode | undefined): string | undefined => node?.attributes['w:val']

function levelsOf(node: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenNamed(node, 'w:lvl')) {
    levels.set(Number(level.attributes['w:ilvl'] ?? 0), {
      format: value(childNamed(level, 'w:numFmt')) ?? 'decimal',
      text: value(childNamed(level, 'w:lvlText')) ?? '',
      start: Number(value(childNamed(level, 'w:start')) ?? 1),
    })
  }
  return levels
}

/** Counts the automatic numbers of a document: what Word draws before a paragraph and the text lacks. */
export class Numbering {
  readonly #lists = new Map<string, Map<number, Level>>()
  readonly #abstractOf = new Map<string, string>()
  readonly #counts = new Map<string, number[]>()

  constructor(root: XmlNode | null) {
    const numbering = root ? childNamed(root, 'w:numbering') : undefined
    const abstract = new Map(
      childrenNamed(numbering, 'w:abstractNum').map((node) => [
        node.attributes['w:abstractNumId'] ?? '',
        levelsOf(node),
      ]),
    )
    for (const node of childrenNamed(numbering, 'w:num')) {
      const id = node.attributes['w:numId'] ?? ''
      const of = value(childNamed(node, 'w:abstractNumId')) ?? ''
      const levels = new Map(abstract.get(of) ?? [])
      for (const override of childrenNamed(node, 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl'] ?? 0)
        const start = value(childNamed(override, 'w:startOverride'))
        const level = levels.get(at)
        if (level && start) levels.set(at, { ...level, start: Number(start) })
      }
      this.#lists.set(id, levels)
      this.#abstractOf.set(id, childrenNamed(node, 'w:lvlOverride').length > 0 ? `${of}/${id}` : of)
    }
  }

  /** The number that stands before the next paragraph of a list at a level; '' for bullets and unknown lists. */
  next(listId: string, at: number): string {
    const levels = this.#lists.get(listId)
    const level = levels?.get(at)
    if (!levels || !level || level.format === 'bullet' || level.format === 'none') return ''
    const key = this.#abstractOf.get(listId) ?? listId
    const counts = this.#counts.get(key) ?? []
    this.#counts.set(key, counts)
    counts[at] = (counts[at] ?? level.start - 1) + 1
    counts.length = at + 1
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const shown = levels.get(index)
      return shown ? written(counts[index] ?? shown.start, shown.format) : ''
    })
  }
}
