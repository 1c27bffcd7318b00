const DIGITS = '零一二三四五六七八九'

/** 23 → 二十三. */
export function writtenNumeral(value: number): string {
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

/** 1 → A, 26 → Z, 27 → AA as word processors count; `first` is the code of A or a. */
export const letterNumeral = (value: number, first: 65 | 97): string =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const ROMAN: readonly (readonly [number, string])[] = [
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

/** 4 → IV; numbers that Roman numerals do not reach stay Arabic. */
export function romanNumeral(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

const RAISED: ReadonlyMap<string, string> = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit): [string, string] => [String(digit), sign]),
)

/** A raised number (a footnote, a square metre) in its own signs: as plain digits it would join the number beside it. */
export const raisedDigits = (text: string): string =>
  /^[\d\s,]+$/.test(text) ? [...text].map((sign) => RAISED.get(sign) ?? sign).join('') : text
