import { letterNumeral, romanNumeral, writtenNumeral } from './numerals.ts'
import { childNamed, childrenNamed, type XmlNode } from './xml.ts'

/** A level of automatic numbering: how its number is written, and where it begins. */
interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

/** A number as its format writes it (ECMA-376, 17.18.59 ST_NumberFormat). */
function written(value: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|ideographDigital|japaneseCounting|taiwaneseCounting)/.test(format))
    return writtenNumeral(value)
  if (format === 'decimalEnclosedCircle' && value <= 20) return String.fromCharCode(0x2460 + value - 1)
  if (format === 'upperLetter') return letterNumeral(value, 65)
  if (format === 'lowerLetter') return letterNumeral(value, 97)
  if (format === 'upperRoman') return romanNumeral(value)
  if (format === 'lowerRoman') return romanNumeral(value).toLowerCase()
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
