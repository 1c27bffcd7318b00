import { isDay } from '../../kernel/day.ts'
import { foldForComparing } from '../../kernel/han.ts'
import type { SourceHints, SourceLine } from '../../reader/types.ts'
import { attribute, type HtmlElement, isElement } from './html-tree.ts'

/** Meta tags of 《政府网站发展指引》 and what sites make of them. */
const META: Readonly<Record<string, keyof SourceHints>> = {
  articletitle: 'title',
  contentsource: 'issuer',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  url: 'url',
}

const LABELS: readonly (readonly [RegExp, keyof SourceHints])[] = [
  [/^索引号(?:码)?$/, 'indexNumber'],
  [/^(?:发文字号|文号|文件编号|文件字号)$/, 'docNumber'],
  [/^(?:发文机关|发布机构|公开机构|制发机关|发布单位|发文单位|责任部门|公开责任部门|发布机关|信息来源)$/, 'issuer'],
  [/^(?:成文日期|生成日期|制发日期)$/, 'signedOn'],
  [/^(?:发布日期|公开日期|发文日期|发布时间|公开时间)$/, 'publishedOn'],
  [/^(?:主题分类|信息分类|分类|体裁分类|组配分类)$/, 'topic'],
]
/** Labels of the same tables that say nothing of use here, but are no text of the document either. */
const OTHER_LABELS =
  /^(?:名称|标题|信息名称|主题词|关键词|有效性|时效性|效力状态|公开方式|公开时限|公开范围|公开属性|公开类别|统一编号|登记号|生效日期|废止日期|实施日期|内容概述|服务对象|公文种类|文件类型|访问量|浏览次数|点击数|发布人|责任编辑|字体|字号)$/

/** A day as sites write it: 2024-03-05 10:20, 2024年3月5日, 2024/3/5. */
const dayFrom = (text: string): string | undefined => {
  const parts = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(text)
  const day = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : ''
  return isDay(day) ? day : undefined
}

const bare = (text: string): string => text.replace(/[\s\u00a0【】[\]]+/g, '').replace(/[:：]+$/, '')
const labelOf = (text: string): keyof SourceHints | 'other' | null => {
  if (text.length > 24) return null
  const label = bare(text)
  return LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? (OTHER_LABELS.test(label) ? 'other' : null)
}

/** Facts that a line of the page states: pairs of label and value, cell by cell or parted by a colon. */
export function factsOf({ cells, text }: SourceLine): readonly (readonly [string, string])[] {
  if (cells) {
    const facts: (readonly [string, string])[] = []
    for (const [index, cell] of cells.entries()) {
      const next = cells[index + 1]
      if (labelOf(cell.text) && next && !labelOf(next.text)) facts.push([cell.text, next.text])
      else if (/[:：]/.test(cell.text)) facts.push(...pairOf(cell.text))
    }
    return facts
  }
  return pairOf(text)
}

const pairOf = (text: string): (readonly [string, string])[] => {
  const at = text.search(/[:：]/)
  return at > 0 && at < 12 && text.length < 120 && labelOf(text.slice(0, at))
    ? [[text.slice(0, at), text.slice(at + 1)]]
    : []
}

/** Collects hints; the first that says something stays. */
export class Hints {
  readonly #found: Record<string, string> = {}

  set(key: keyof SourceHints, said: string): void {
    const value = key === 'publishedOn' || key === 'signedOn' ? dayFrom(said) : said.replace(/\s+/g, ' ').trim()
    if (value && !/^(?:无|-+|\/|本网|本站|原创)$/.test(value)) this.#found[key] ??= value
  }

  get all(): SourceHints {
    return this.#found as SourceHints
  }

  takeMeta(root: HtmlElement): void {
    const head = root.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head')
    for (const node of head?.childNodes.filter(isElement) ?? []) {
      const key = node.tagName === 'meta' ? META[attribute(node, 'name').toLowerCase()] : undefined
      if (key) this.set(key, attribute(node, 'content'))
    }
  }

  /** Takes the facts that a page states around its text; a label alone on its line names what the next line says. */
  takeLines(lines: readonly SourceLine[]): void {
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]
      const alone = line.cells ? null : labelOf(line.text)
      if (alone && /[:：]\s*$/.test(line.text) && next && !next.cells && !labelOf(next.text))
        this.#take(line.text, next.text)
      for (const [label, value] of factsOf(line)) this.#take(label, value)
    }
  }

  #take(label: string, value: string): void {
    const key = labelOf(label)
    if (key && key !== 'other') this.set(key, value)
  }
}

/** Whether a line of the text is one of the facts that sites print in a table above it. */
export function isFact(line: SourceLine): boolean {
  if (line.cells) {
    const filled = line.cells.filter(({ text }) => text.trim() !== '')
    return filled.length > 0 && labelOf(filled[0]?.text ?? '') !== null && filled.length <= 6
  }
  return /[:：]/.test(line.text) && factsOf(line).length > 0
}

/** Whether the text states the title somewhere among its first lines, in one line or over several. */
export function hasTitle(lines: readonly SourceLine[], title: string): boolean {
  const wanted = foldForComparing(title).replace(/^\([^)]{1,8}\)/, '')
  const head = lines
    .slice(0, 15)
    .map(({ text }) => foldForComparing(text.slice(0, 300)))
    .join('')
  return wanted === '' || head.includes(wanted)
}
