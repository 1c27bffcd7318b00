/** Signs of Chinese layout that have a half-width twin; full-width ASCII (U+FF01–FF5E) has one too. */
const HALF: ReadonlyMap<number, string> = new Map([
  [0x3000, ' '],
  [0xa0, ' '],
  [0x2002, ' '],
  [0x2003, ' '],
  [0x2009, ' '],
  [0xfe55, ':'],
  [0xfe54, ';'],
  [0xff61, '。'],
  [0xff64, '、'],
  ...Array.from({ length: 0xff5e - 0xff01 + 1 }, (_, at): [number, string] => [
    0xff01 + at,
    String.fromCharCode(0xff01 + at - 0xfee0),
  ]),
])

const NEEDS_FOLDING = /[\u00a0\u2002\u2003\u2009\u3000\ufe54\ufe55\uff01-\uff5e\uff61\uff64]/

/**
 * One width for letters, digits and punctuation: （１２，ａ） → (12,a). Keeps the length, so that a place found in the
 * folded text is the same place in the printed one. Unlike NFKC it is linear on any input.
 */
export function foldWidth(text: string): string {
  const first = text.search(NEEDS_FOLDING)
  if (first < 0) return text
  let folded = ''
  let from = 0
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Han characters and ASCII, most of any text, are none of these.
    if (code < 0xa0 || (code > 0x3000 && code < 0xfe54)) continue
    const half = HALF.get(code)
    if (half === undefined) continue
    folded += text.slice(from, at) + half
    from = at + 1
  }
  return folded + text.slice(from)
}

/**
 * Places that a text takes on a printed line: Chinese and full-width signs take two, also the dashes, dots and quotation
 * marks that Chinese shares with other scripts (East Asian Width W, F and A; UAX 11).
 */
export function placesOf(text: string): number {
  let places = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    places += code > 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2160 && code <= 0x24ff) ? 2 : 1
  }
  return places
}

/** White space of any kind removed: titles are compared and stored so. */
export const withoutSpaces = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, '') : text)

/** Signs that comparing changes, and the letters that may have a lower case. */
const COMPARED_OTHERWISE = /["'[\]A-Z\u00c0-\u2fff「」〈〉【】〔〕﹝﹞]/

/** One form of text for comparing: one width, no white space, one kind of brackets around years, no quotation marks. */
export function foldForComparing(text: string): string {
  const key = withoutSpaces(foldWidth(text))
  if (!COMPARED_OTHERWISE.test(key)) return key
  return key
    .replace(/[〔[【﹝〈]/g, '(')
    .replace(/[〕\]】﹞〉]/g, ')')
    .replace(/["'“”‘’「」]/g, '')
    .toLowerCase()
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇零○Ｏ一二三四五六七八九'].map((sign, index): [string, number] => [sign, Math.max(0, index - 3)]),
)
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** 二十三 → 23, 一百零五 → 105, 二〇二四 → 2024; Arabic digits too. Null when the text is no number. */
export function readNumeral(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '' || text.length > 9) return null
  const signs = [...text.replaceAll('两', '二').replaceAll('廿', '二十')]
  if (signs.every((sign) => DIGITS.has(sign))) return Number(signs.map((sign) => DIGITS.get(sign)).join(''))
  let sum = 0
  let digit: number | null = null
  for (const sign of signs) {
    const unit = UNITS.get(sign)
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit
      digit = null
    } else if (DIGITS.has(sign)) digit = DIGITS.get(sign) ?? 0
    else return null
  }
  return sum + (digit ?? 0)
}

/** A title in its marks: one that stands within it has the single ones (GB/T 15834). */
export const inTitleMarks = (title: string): string => `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`
