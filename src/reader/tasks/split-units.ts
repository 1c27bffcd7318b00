import { foldWidth, withoutSpaces } from '../../kernel/han.ts'

const TAIL = /等?(?:有关|相关)?(?:部门|单位|部门\(单位\)|单位\(部门\))$/
/** Phrases that are a group, not a tail: 区政府各部门（单位）, 区政府有关部门, 各有关部门. */
const GROUP = /^(?:各|区政府|县政府|市政府|区直|县直|市直|全区|有关|相关|区级|县级|其他|所有|驻|区委|区属|辖区)/

/** Places to split at: 、，,;； and line breaks, outside brackets. */
function pieces(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  const key = foldWidth(text)
  for (let at = 0; at < key.length; at++) {
    const sign = key[at] as string
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[、,;\n]/.test(sign)) {
      found.push(text.slice(from, at))
      from = at + 1
    }
  }
  found.push(text.slice(from))
  return found
}

/**
 * The units that a cell or phrase names, as printed. A tail that adds unnamed ones (…等有关部门) is dropped; phrases that
 * stand for a group (各街道（镇）, 区政府各部门（单位）) stay.
 */
export function splitUnits(text: string): string[] {
  const units: string[] = []
  for (const piece of pieces(text)) {
    const unit = withoutSpaces(piece)
      .replace(/^(?:牵头|责任|配合|主办|协办)(?:单位|部门)[:：]/, '')
      .replace(/[。；;]$/, '')
    const key = foldWidth(unit)
    const tailed = /等(?=(?:有关|相关)?(?:部门|单位))/.exec(key)
    const named =
      tailed && !GROUP.test(key)
        ? unit.slice(0, tailed.index)
        : GROUP.test(key) && tailed
          ? unit.slice(0, tailed.index)
          : unit
    const bare = named.replace(/等$/, '')
    if (bare !== '' && !(TAIL.test(foldWidth(bare)) && bare.length <= 2)) units.push(bare)
  }
  return units
}
