import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { SourceLine, SourceText } from '../../reader/types.ts'
import { MOST_PAGES } from './limits.ts'
import { KnownGutters } from './pdf-gutter.ts'
import { layOutPage } from './pdf-layout.ts'
import type { Glyph } from './pdf-lines.ts'
import type { Ruling } from './pdf-rulings.ts'
import { childrenNamed, descendants, parseXml, type XmlNode } from './xml.ts'
import { readArchive } from './zip.ts'

/** OFD (GB/T 33190-2016) is a zip of XML: OFD.xml names the document, it names its pages, and those hold text by place. */
const CONVERT = '请用 OFD 阅读器另存为 PDF 或 DOCX 后再试。'
/** Lengths of OFD are millimetres; lay-out works in points. */
const POINTS = 72 / 25.4
const DEEPEST_GROUP = 50

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
/** The tree with names without prefixes: writers use `ofd:` or none. */
const plain = (node: XmlNode): XmlNode => ({
  name: local(node.name),
  attributes: Object.fromEntries(Object.entries(node.attributes).map(([key, value]) => [local(key), value])),
  children: node.children.map(plain),
  text: node.text,
})

const numbers = (text: string | undefined): number[] =>
  (text ?? '').split(/\s+/).filter(Boolean).map(Number).filter(Number.isFinite)

const textOf = (node: XmlNode): string => node.text + node.children.map(textOf).join('')

/** Distances between signs; `g 3 2.5` stands for three times 2.5 (GB/T 33190, 11.3). */
function distances(text: string | undefined): number[] {
  const parts = (text ?? '').trim().split(/\s+/)
  const found: number[] = []
  for (let at = 0; at < parts.length && found.length < 10_000; at++) {
    if (parts[at] === 'g') {
      const count = Math.min(Number(parts[at + 1]) || 0, 10_000)
      found.push(...new Array<number>(count).fill(Number(parts[at + 2]) || 0))
      at += 2
    } else found.push(Number(parts[at]) || 0)
  }
  return found
}

/** The runs of a text object, one for each text code. */
function runsOf(object: XmlNode): Glyph[] {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary)
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes.CTM)
  const size = (Number(object.attributes.Size) || 4) * Math.hypot(c, d)
  return childrenNamed(object, 'TextCode').flatMap((code) => {
    const text = textOf(code)
    if (text.trim() === '') return []
    const [x, y] = [Number(code.attributes.X) || 0, Number(code.attributes.Y) || 0]
    const steps = distances(code.attributes.DeltaX)
    const width = steps.length > 0 ? steps.reduce((sum, step) => sum + step, 0) + size : text.length * size
    return [
      {
        text,
        x: (left + a * x + c * y + e) * POINTS,
        y: (top + b * x + d * y + f) * POINTS,
        width: width * Math.hypot(a, b) * POINTS,
        size: size * POINTS,
      },
    ]
  })
}

/** Straight pieces of a path: `M x y L x y …` within its boundary. */
function rulingsOf(object: XmlNode): Ruling[] {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary)
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes.CTM)
  const data = descendants(object, 'AbbreviatedData').map(textOf).join(' ').trim().split(/\s+/)
  const found: Ruling[] = []
  let [fromX, fromY] = [0, 0]
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== 'M' && data[at] !== 'S' && data[at] !== 'L') continue
    const [x, y] = [Number(data[at + 1]), Number(data[at + 2])]
    const [toX, toY] = [(left + a * x + c * y + e) * POINTS, (top + b * x + d * y + f) * POINTS]
    if (data[at] === 'L') {
      if (Math.abs(toY - fromY) < 1.2)
        found.push({ isHorizontal: true, at: fromY, from: Math.min(fromX, toX), to: Math.max(fromX, toX) })
      else if (Math.abs(toX - fromX) < 1.2)
        found.push({ isHorizontal: false, at: fromX, from: Math.min(fromY, toY), to: Math.max(fromY, toY) })
    }
    ;[fromX, fromY] = [toX, toY]
  }
  return found
}

interface Drawn {
  readonly glyphs: Glyph[]
  readonly rulings: Ruling[]
}

function draw(node: XmlNode, into: Drawn, depth: number): void {
  if (depth > DEEPEST_GROUP) return
  for (const child of node.children) {
    if (child.name === 'TextObject') into.glyphs.push(...runsOf(child))
    else if (child.name === 'PathObject') into.rulings.push(...rulingsOf(child))
    else draw(child, into, depth + 1)
  }
}

/** A path inside the archive, resolved against the folder of the file that names it. */
function resolvePath(base: string, path: string): string {
  const parts = path.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Reads an OFD: lines from the places of its text, tables from its rulings. */
export async function convertOfd(bytes: Uint8Array): Promise<Outcome<SourceText>> {
  const archive = await readArchive(bytes, (name) => /\.xml$/i.test(name))
  if (!archive.ok) return archive
  const open = (path: string): XmlNode | null => {
    const part = archive.value.get(path)
    const parsed = part ? parseXml(part) : null
    return parsed?.ok ? plain(parsed.value) : null
  }
  const root = open('OFD.xml')
  if (!root) return refused('broken', `OFD 文件不完整（缺少 OFD.xml）。${CONVERT}`)
  const lines: SourceLine[] = []
  const gutters = new KnownGutters()
  let [pages, tables] = [0, 0]
  for (const docRoot of descendants(root, 'DocRoot')) {
    const path = resolvePath('', textOf(docRoot).trim())
    const document = open(path)
    for (const page of document ? descendants(document, 'Page') : []) {
      if (++pages > MOST_PAGES) return refused('too-many-pages', `OFD 超过 ${MOST_PAGES} 页，请拆分后再装载。`)
      const content = open(resolvePath(path, page.attributes.BaseLoc ?? ''))
      const drawn: Drawn = { glyphs: [], rulings: [] }
      if (content) draw(content, drawn, 0)
      const before = tables
      for (const { table, ...line } of layOutPage(drawn.glyphs, drawn.rulings, gutters)) {
        if (table !== undefined) tables = Math.max(tables, before + table + 1)
        const place = table === undefined ? {} : { table: before + table }
        lines.push({ ...line, ...place, number: lines.length + 1, page: pages })
      }
    }
  }
  if (lines.length > 0) return done({ format: 'ofd', lines, hints: {}, findings: [] })
  return refused('no-text', `OFD 里没有读出文字（共 ${pages} 页，可能是扫描的图片）。${CONVERT}`)
}
