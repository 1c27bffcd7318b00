import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { isDay } from '../../kernel/day.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { SourceCell, SourceHints, SourceLine, SourceText } from '../../reader/types.ts'
import { DEEPEST_XML } from './limits.ts'
import { decodeText } from './text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string): string =>
  element.attrs.find((found) => found.name === name)?.value ?? ''

/** Elements that are never text of a document. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'button',
  'select',
  'input',
  'textarea',
  'form',
  'nav',
  'header',
  'footer',
  'aside',
  'head',
  'audio',
  'video',
  'canvas',
  'label',
])
const BLOCK = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'center',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'body',
  'html',
  'figure',
  'figcaption',
  'hr',
])

/** What the classes and ids of the furniture of government sites say. */
const FURNITURE =
  /(?:^|[-_\s])(?:nav|menu|header|footer|foot|breadcrumb|crumbs?|location|position|share|bshare|bdshare|toolbar|tools|sidebar|side|related|relevant|recommend|print|qrcode|ewm|erweima|copyright|search|login|toptop|gotop|pager|fontsize|dqwz|xgxx|xgwz|xgjd)(?:$|[-_\s\d])/i
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

const isSilent = (element: Element): boolean =>
  SILENT.has(element.tagName) ||
  HIDDEN.test(attribute(element, 'style')) ||
  element.attrs.some(({ name }) => name === 'hidden') ||
  (FURNITURE.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`) && !isLong(element))

/** A container that holds most of the page is none of its furniture, whatever it is called. */
const isLong = (element: Element): boolean => lengthOf(element, 0) > 3000

function lengthOf(node: Node, depth: number): number {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.trim().length
  if (!isElement(node) || SILENT.has(node.tagName) || depth > DEEPEST_XML) return 0
  return node.childNodes.reduce((sum, child) => sum + lengthOf(child, depth + 1), 0)
}

/** The container of the text: from the body down, into the child that holds nearly all of the prose. */
function contentOf(root: Element): Element {
  let at = root
  for (let depth = 0; depth < DEEPEST_XML; depth++) {
    const whole = proseOf(at, 0)
    const next = at.childNodes
      .filter(isElement)
      .find((child) => !isSilent(child) && child.tagName !== 'table' && whole > 200 && proseOf(child, 0) > whole * 0.85)
    if (!next) return at
    at = next
  }
  return at
}

/** Characters outside links: the text of an article, not the lists around it. */
function proseOf(node: Node, depth: number): number {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.trim().length
  if (!isElement(node) || isSilent(node) || node.tagName === 'a' || depth > DEEPEST_XML) return 0
  return node.childNodes.reduce((sum, child) => sum + proseOf(child, depth + 1), 0)
}

/** Collects the lines of a page in reading order. */
class LineCollector {
  readonly lines: SourceLine[] = []
  #text = ''
  #heading: number | undefined
  #align: SourceLine['align']
  #tables = 0

  walk(node: Node, depth: number): void {
    if (depth > DEEPEST_XML) return
    if (node.nodeName === '#text') {
      this.#text += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/[\t\r\n]+/g, ' ')
      return
    }
    if (!isElement(node) || isSilent(node)) return
    if (node.tagName === 'br') this.#endLine()
    else if (node.tagName === 'table' && isDataTable(node)) this.#table(node, depth)
    else this.#element(node, depth)
  }

  #element(node: Element, depth: number): void {
    const isBlock = BLOCK.has(node.tagName)
    if (isBlock) this.#endLine()
    const heading = /^h([1-6])$/.exec(node.tagName)?.[1]
    if (heading) this.#heading = Number(heading)
    const align =
      /text-align\s*:\s*(center|right)/.exec(attribute(node, 'style'))?.[1] ??
      (/^(?:center|right)$/.exec(attribute(node, 'align'))?.[0] || (node.tagName === 'center' ? 'center' : undefined))
    if (align) this.#align = align as SourceLine['align']
    if (node.tagName === 'li') this.#text += listMark(node)
    for (const child of node.childNodes) this.walk(child, depth + 1)
    if (isBlock) this.#endLine()
    if (heading) this.#heading = undefined
    if (align) this.#align = undefined
  }

  #endLine(): void {
    const text = this.#text.replace(/ {2,}/g, ' ').trim()
    this.#text = ''
    if (text === '') return
    this.lines.push({
      number: this.lines.length + 1,
      text,
      endsParagraph: true,
      ...(this.#heading ? { heading: this.#heading } : {}),
      ...(this.#align ? { align: this.#align } : {}),
    })
  }

  #table(table: Element, depth: number): void {
    this.#endLine()
    const index = this.#tables++
    for (const row of rowsOf(table)) {
      const cells = row.map((cell): SourceCell => {
        const inner = new LineCollector()
        for (const child of cell.childNodes) inner.walk(child, depth + 1)
        inner.#endLine()
        return { text: inner.lines.map(({ text }) => text).join('</p><p>'), ...spans(cell) }
      })
      this.lines.push({
        number: this.lines.length + 1,
        text: cells.map(({ text }) => text).join('\t'),
        cells,
        table: index,
        endsParagraph: true,
      })
    }
  }

  finish(): SourceLine[] {
    this.#endLine()
    return this.lines
  }
}

/** 1. 2. of an ordered list: numbers that the page draws and the text lacks. */
function listMark(item: Element): string {
  const list = item.parentNode
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return ''
  const items = list.childNodes.filter((child) => isElement(child) && child.tagName === 'li')
  return `${Number(attribute(list, 'start') || 1) + items.indexOf(item)}. `
}

const number = (text: string): number => Math.min(60, Math.max(1, Number.parseInt(text, 10) || 1))

function spans(cell: Element): Pick<SourceCell, 'columnSpan' | 'rowSpan'> {
  const [columnSpan, rowSpan] = [number(attribute(cell, 'colspan')), number(attribute(cell, 'rowspan'))]
  return { ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
}

const childrenOf = (element: Element, ...names: string[]): Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName))

function rowsOf(table: Element): Element[][] {
  const bodies = [table, ...childrenOf(table, 'thead', 'tbody', 'tfoot')]
  return bodies
    .flatMap((body) => childrenOf(body, 'tr').map((row) => childrenOf(row, 'td', 'th')))
    .filter((row) => row.length > 0)
}

/** A table of data has several rows of several cells; one that only lays out a page holds whole articles in a cell. */
function isDataTable(table: Element): boolean {
  const rows = rowsOf(table)
  const wide = rows.filter((row) => row.length >= 2)
  if (wide.length < 2) return false
  return rows.every((row) => row.every((cell) => lengthOf(cell, 0) < 3000))
}

const META: Readonly<Record<string, keyof SourceHints>> = {
  articletitle: 'title',
  contentsource: 'issuer',
  pubdate: 'publishedOn',
  url: 'url',
}

const LABELS: readonly (readonly [RegExp, keyof SourceHints])[] = [
  [/^索\s*引\s*号$/, 'indexNumber'],
  [/^(?:发文字号|文\s*号|文件编号)$/, 'docNumber'],
  [/^(?:发文机关|发布机构|公开机构|制发机关|发布单位)$/, 'issuer'],
  [/^成文日期$/, 'signedOn'],
  [/^(?:发布日期|公开日期|发文日期)$/, 'publishedOn'],
  [/^(?:主题分类|信息分类)$/, 'topic'],
]

const dayFrom = (text: string): string | undefined => {
  const parts = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(text)
  const day = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : ''
  return isDay(day) ? day : undefined
}

/** What meta tags and the table of facts above the article say of it. */
function hintsOf(root: Element, lines: readonly SourceLine[]): { hints: SourceHints; factLines: Set<number> } {
  const hints: Record<string, string> = {}
  const set = (key: keyof SourceHints, value: string) => {
    const kept = key === 'publishedOn' || key === 'signedOn' ? dayFrom(value) : value.trim()
    if (kept) hints[key] ??= kept
  }
  const visit = (node: Node, depth: number): void => {
    if (!isElement(node) || depth > 6) return
    const key = node.tagName === 'meta' ? META[attribute(node, 'name').toLowerCase()] : undefined
    if (key) set(key, attribute(node, 'content'))
    for (const child of node.childNodes) visit(child, depth + 1)
  }
  visit(root, 0)
  const factLines = new Set<number>()
  for (const line of lines.slice(0, 40)) {
    const cells = line.cells?.map(({ text }) => text) ?? line.text.split(/[:：]/, 2)
    let isFact = false
    for (const [at, cell] of cells.entries()) {
      const label = LABELS.find(([pattern]) => pattern.test(cell.replace(/[:：\s]+$/, '').trim()))
      const value = cells[at + 1]
      if (label && value !== undefined) {
        set(label[1], value)
        isFact = true
      }
    }
    if (isFact && (line.cells || line.text.length < 60)) factLines.add(line.number)
  }
  return { hints: hints as SourceHints, factLines }
}

/** Lines that sites print around an article, whatever their markup. */
const AROUND =
  /^(?:当前位置|您(?:的|所在的)?(?:当前)?位置|字体|字号|【?打印|分享|来源|浏览次数|点击数|发布时间|发布日期|信息来源|索引号|上一篇|下一篇|扫一扫|关闭窗口|相关(?:链接|文章|解读|附件))/

/** Reads a page: its article without what sites put around it. */
export function convertHtml(bytes: Uint8Array): Outcome<SourceText> {
  const declared = /charset=["']?\s*(gb\w+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))
  const decoded = declared ? done({ text: new TextDecoder('gb18030').decode(bytes) }) : decodeText(bytes)
  if (!decoded.ok) return decoded
  const document = parse(decoded.value.text)
  const root = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html')
  const body = root && childrenOf(root, 'body')[0]
  if (!root || !body) return refused('no-text', '网页里没有正文。')
  const all = new LineCollector()
  all.walk(contentOf(body), 0)
  const lines = all.finish()
  const { hints, factLines } = hintsOf(root, lines)
  const kept = lines.filter((line) => !factLines.has(line.number) && !(line.text.length < 80 && AROUND.test(line.text)))
  if (kept.length === 0) return refused('no-text', '网页里没有正文。请打开网页确认能看到文字，或者另存为 DOCX、PDF。')
  return done({ format: 'html', lines: kept, hints, findings: [] })
}
