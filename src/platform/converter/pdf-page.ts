import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Glyph } from './pdf-lines.ts'
import type { Ruling } from './pdf-rulings.ts'

type Matrix = readonly number[]

/** What is printed on a page, `y` growing downwards, turned so that most of its text runs from left to right. */
export interface PrintedPage {
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
}

/** Quarter turns of a run of text, clockwise as seen. */
const turnsOf = ([a = 1, b = 0]: Matrix): 0 | 1 | 2 | 3 =>
  Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3

/** Turns the page back by quarter turns; places may become negative, which nothing minds. */
const BACK: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
]

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke])
const FILLS = new Set<number>([OPS.fill, OPS.eoFill])
const BOTH = new Set<number>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
/** A filled box thinner than this (points) is a ruling. */
const THINNEST = 3
/** Slant (points) up to which a line counts as straight. */
const SLANT = 1.2
const MOST_OPERATORS = 400_000

type Point = readonly [x: number, y: number]

const rulingBetween = ([x0, y0]: Point, [x1, y1]: Point): Ruling | null => {
  if (Math.abs(y0 - y1) <= SLANT && Math.abs(x0 - x1) > SLANT)
    return { isHorizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }
  if (Math.abs(x0 - x1) <= SLANT && Math.abs(y0 - y1) > SLANT)
    return { isHorizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }
  return null
}

/** The straight subpaths of a path; pdf.js writes a path as numbers: 0 move, 1 line, 2 and 3 curves, 4 close. */
function subpaths(data: ArrayLike<number>, at: Matrix): Point[][] {
  const found: Point[][] = []
  const point = (index: number): Point => {
    const [x, y] = [data[index] ?? 0, data[index + 1] ?? 0]
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = at
    return [a * x + c * y + e, b * x + d * y + f]
  }
  for (let index = 0; index < data.length; ) {
    const current = found.at(-1)
    switch (data[index++]) {
      case 0:
        found.push([point(index)])
        index += 2
        break
      case 1:
        current?.push(point(index))
        index += 2
        break
      case 2:
        found.push([point(index + 4)])
        index += 6
        break
      case 3:
        found.push([point(index + 2)])
        index += 4
        break
      default:
        if (current?.[0]) current.push(current[0])
    }
  }
  return found
}

/** A filled shape that is thin one way is a ruling; a box is none, its sides are drawn apart. */
function thinBox(points: readonly Point[]): Ruling | null {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= THINNEST && right - left > THINNEST)
    return { isHorizontal: true, at: (top + bottom) / 2, from: left, to: right }
  if (right - left <= THINNEST && bottom - top > THINNEST)
    return { isHorizontal: false, at: (left + right) / 2, from: top, to: bottom }
  return null
}

function rulingsOfPath(kind: number, data: ArrayLike<number>, at: Matrix): Ruling[] {
  const paths = subpaths(data, at).filter((points) => points.length > 1 && points.length < 50)
  const found: (Ruling | null)[] = []
  if (STROKES.has(kind) || BOTH.has(kind))
    for (const points of paths)
      for (const [index, point] of points.slice(1).entries()) found.push(rulingBetween(points[index] as Point, point))
  if (FILLS.has(kind) || BOTH.has(kind)) found.push(...paths.map(thinBox))
  return found.filter((ruling) => ruling !== null)
}

/** The straight lines that a page draws. Images and colours are not looked at. */
async function rulingsOf(page: PDFPageProxy, start: Matrix): Promise<Ruling[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const found: Ruling[] = []
  const saved: Matrix[] = []
  let at = start
  for (let index = 0; index < Math.min(fnArray.length, MOST_OPERATORS); index++) {
    const args = argsArray[index] as unknown[] | null
    switch (fnArray[index]) {
      case OPS.save:
        saved.push(at)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        at = saved.pop() ?? at
        break
      case OPS.transform:
        at = Util.transform(at as number[], args as number[])
        break
      case OPS.paintFormXObjectBegin:
        saved.push(at)
        if (args?.[0]) at = Util.transform(at as number[], args[0] as number[])
        break
      case OPS.constructPath: {
        const [kind, [data]] = args as [number, [ArrayLike<number> | null]]
        if (data) found.push(...rulingsOfPath(kind, data, at))
        break
      }
      default:
        break
    }
  }
  return found
}

const BOLD = /bold|black|heavy|simhei|heiti|黑体|xbs|小标宋/i

/** Whether the font of a run is a bold one; known once the operators of its page were read. */
function isBoldFont(page: PDFPageProxy, font: string, known: Map<string, boolean>): boolean {
  const before = known.get(font)
  if (before !== undefined) return before
  const data = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name?: string; bold?: boolean }) : null
  const isBold = data !== null && (data.bold === true || BOLD.test(data.name ?? ''))
  known.set(font, isBold)
  return isBold
}

/** Slant (degrees off a quarter turn) from which a run is a watermark laid over the page; scans are less askew. */
const ASKEW = 8

const isAskew = ([a = 1, b = 0]: Matrix): boolean => {
  const degrees = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 90
  return Math.min(degrees, 90 - degrees) > ASKEW
}

const lengthOf = (runs: readonly { readonly item: { readonly str: string } }[]): number =>
  runs.reduce((sum, { item }) => sum + item.str.length, 0)

interface Item {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly fontName: string
}

/** A run as the layout takes it; one that runs up or down the page stands where its middle is. */
function glyphOf({ str: text, width, height }: Item, at: Matrix, isVertical: boolean, isBold: boolean): Glyph {
  const [a = 1, b = 0, c = 0, d = 0, x = 0, y = 0] = at
  const size = Math.hypot(c, d) || height || Math.hypot(a, b) || 10
  const turns = turnsOf(at)
  if (!isVertical && turns !== 1 && turns !== 3) return { text, x, y, width, size, isBold }
  // A font that writes downwards has its origin above the middle of the first sign.
  const [isDown, length] = isVertical ? [true, height] : [turns === 1, width]
  const left = isVertical ? x - size / 2 : isDown ? x - size * 0.2 : x - size * 0.8
  const middle = isDown ? y + length / 2 : y - length / 2
  return { text, x: left, y: middle + size * 0.35, width: size, size, isBold, turned: { isDown, length } }
}

/** Reads what stands on a page: runs of text and rulings. */
export async function readPage(page: PDFPageProxy): Promise<PrintedPage> {
  const { transform } = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  const printed = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ item, at: Util.transform(transform, item.transform as number[]) as Matrix }]
      : [],
  )
  const straight = printed.filter(({ at }) => !isAskew(at))
  const runs = lengthOf(straight) * 2 >= lengthOf(printed) ? straight : printed
  if (runs.length === 0) return { glyphs: [], rulings: [] }
  const turns = [0, 0, 0, 0]
  for (const { item, at } of runs) turns[turnsOf(at)] = (turns[turnsOf(at)] ?? 0) + item.str.length
  const back = BACK[turns.indexOf(Math.max(...turns))] as Matrix
  const rulings = await rulingsOf(page, Util.transform(back as number[], transform))
  const known = new Map<string, boolean>()
  const glyphs = runs.map(({ item, at }) => {
    const upright = Util.transform(back as number[], at as number[]) as Matrix
    const isVertical = styles[item.fontName]?.vertical === true
    return glyphOf(item, upright, isVertical, isBoldFont(page, item.fontName, known))
  })
  return { glyphs, rulings }
}
