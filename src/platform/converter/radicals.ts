import type { SourceText } from '../../reader/types.ts'

/**
 * Kangxi radicals, which NFKC unifies, the supplement of radicals, which it leaves as it is, the bar ― of a dash, and ⋯,
 * by which fonts that are not embedded name the dots of an ellipsis.
 */
const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5\u2015\u22ef]/g

/**
 * Radicals of the supplement that look as a character does, and those characters: Unicode's equivalent unified
 * ideographs. ⼾ is 户 in the shape that mainland fonts draw, where NFKC gives 戶.
 */
const SIGNS =
  '⺂⺃⺅⺉⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺟⺠⺡⺣⺦⺨⺫⺭⺯⺰⺱⺲⺹⺺⺾⻁⻂⻃⻅⻆⻈⻉⻋⻌⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲⻳⼾―⋯'
const CHARACTERS =
  '乛乚亻刂兀尣尢巳幺彑彐忄扌攵旡歺母民氵灬丬犭罒礻糹纟罓罒耂肀艹虎衤覀见角讠贝车辶钅長镸长门阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀龟户—…'
const UNIFIED = new Map([...SIGNS].map((sign, at) => [sign, CHARACTERS[at] as string]))

/**
 * Text with characters in place of the radicals that look like them (⼈⺠ for 人民). Programs that print to PDF name a
 * glyph by the first code point that has it; text copied from such files keeps them. The length stays the same.
 */
export const unifyRadicals = (text: string): string =>
  text.replace(RADICAL, (sign) => UNIFIED.get(sign) ?? sign.normalize('NFKC'))

/** A converted source without radicals. Most have none: their lines stay the same objects. */
export function withoutRadicals(source: SourceText): SourceText {
  const lines = source.lines.map((line) => {
    const text = unifyRadicals(line.text)
    const cells = line.cells?.map((cell) => ({ ...cell, text: unifyRadicals(cell.text) }))
    return text === line.text && !line.cells?.some((cell, at) => cell.text !== cells?.[at]?.text)
      ? line
      : { ...line, text, ...(cells ? { cells } : {}) }
  })
  const { title } = source.hints
  return {
    ...source,
    lines,
    hints: title === undefined ? source.hints : { ...source.hints, title: unifyRadicals(title) },
  }
}
