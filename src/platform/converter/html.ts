import { parse } from 'parse5'
import { foldForComparing } from '../../kernel/han.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Finding, SourceLine, SourceText } from '../../reader/types.ts'
import { PageWeights } from './html-content.ts'
import { Hints, hasTitle, isFact } from './html-hints.ts'
import { LineCollector } from './html-lines.ts'
import { attribute, childrenOf, depthOf, type HtmlElement, type HtmlNode, isElement, textOfNode } from './html-tree.ts'
import { DEEPEST_HTML } from './limits.ts'
import { decodeText } from './text.ts'

/** Lines that sites print around an article, whatever their markup. */
const AROUND =
  /^(?:[【[（(]?(?:当前位置|您(?:的|所在的|现在的)?(?:当前)?位置|字体|字号|打印|分享|浏览次数|浏览量|访问量|点击数|点击率|阅读次数|上一篇|下一篇|扫一扫|关闭|返回顶部|收藏)|(?:信息|文章)?来源[:：]|发布(?:时间|日期)[:：]|索引号|相关(?:链接|文章|解读|阅读|新闻|稿件)|关联稿件|责任编辑[:：])/
const LONGEST_AROUND = 80
/** Lines that stand at the foot of every page. */
const FOOT =
  /^(?:主办(?:单位)?[:：]|承办(?:单位)?[:：]|版权所有|网站标识码|技术支持|建议使用|.{0,12}ICP备|.{0,8}公网安备|.{0,12}Copyright)/i
const FOOT_LINES = 12
/** A heading shorter than this is the name of a site or a section as often as a title. */
const SHORTEST_TITLE = 10

const NO_TEXT = refused('no-text', '网页里没有正文。请打开网页确认能看到文字，或者另存为 DOCX、PDF 后再试。')

/** The page's text; sites declare their encoding, and browsers that save a page keep the old declaration. */
function decodePage(bytes: Uint8Array): Outcome<string> {
  const decoded = decodeText(bytes)
  const declared = /charset=["']?\s*(gb\w+|big5)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]
  if (decoded.ok && decoded.value.encoding !== 'gb18030') return done(decoded.value.text)
  if (declared) return done(new TextDecoder(/big5/i.test(declared) ? 'big5' : 'gb18030').decode(bytes))
  return decoded.ok ? done(decoded.value.text) : decoded
}

const textUnder = (node: HtmlNode): string =>
  textOfNode(node) ?? (isElement(node) ? node.childNodes.map(textUnder).join('') : '')

const TITLE_NAME = /(?:^|\s)(?:article|content|con|news|detail|wz|info)[-_]?title(?:[-_\s]|$)/i

/** What a page shows as title, and its h1 when that is something else. */
interface ShownTitle {
  readonly title: string | null
  readonly heading: string | null
}

/** The title that the page shows: where it shows the one of its meta tags, else in a box named as title, else its last h1. */
function shownTitle(body: HtmlElement, meta: string | undefined): ShownTitle {
  let found: { text: string; rank: number } | null = null
  const wanted = meta ? foldForComparing(meta) : null
  const waiting: HtmlNode[] = [...body.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue
    const isNamed =
      node.tagName === 'ucaptitle' || TITLE_NAME.test(`${attribute(node, 'class')} ${attribute(node, 'id')}`)
    if (isNamed || /^h[1-3]$/.test(node.tagName)) {
      const text = textUnder(node).replace(/\s+/g, ' ').trim()
      const rank =
        wanted !== null && foldForComparing(text) === wanted ? 3 : isNamed ? 2 : node.tagName === 'h1' ? 1 : 0
      const isTitle = text.length > 4 && text.length < 200 && rank > 0
      if (isTitle && (found === null || rank > found.rank || (rank === 1 && found.rank === 1))) found = { text, rank }
    }
    for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at] as HtmlNode)
  }
  // A lone h1 is often the name of the site: what the page calls its title goes before it.
  if (found === null) return { title: meta ?? null, heading: null }
  return found.rank === 1 && meta ? { title: meta, heading: found.text } : { title: found.text, heading: null }
}

/** Facts stand in a table or several below each other; one line alone (公开方式：主动公开) is part of the document. */
const isFactAt = (lines: readonly SourceLine[], index: number): boolean => {
  const line = lines[index]
  if (!line || !isFact(line)) return false
  return [lines[index - 1], line, lines[index + 1]].filter((near) => near && (near.cells || isFact(near))).length >= 2
}

/** The page's lines without what sites put around an article. */
function articleLines(all: readonly SourceLine[]): SourceLine[] {
  const foot = all.length - FOOT_LINES
  const kept = all.filter((line, index) => {
    if (index < 24 && isFactAt(all, index)) return false
    if (line.cells || line.text.length >= LONGEST_AROUND) return true
    return !(AROUND.test(line.text) && (index < 12 || index >= foot)) && !(index >= foot && FOOT.test(line.text))
  })
  return kept
}

const numbered = (lines: readonly SourceLine[]): SourceLine[] =>
  lines.map((line, index) => ({ ...line, number: index + 1 }))

function picturesFinding(pictures: number): Finding[] {
  const message = `正文里有 ${pictures} 张图片，里面的文字（例如做成图片的表格）读不出来，请核对原网页。`
  return pictures > 0 ? [{ code: 'pictures-in-text', severity: 'warning', message, line: null }] : []
}

/** Reads a page: its article without what sites put around it; what the page says of itself are hints. */
export function convertHtml(bytes: Uint8Array): Outcome<SourceText> {
  const decoded = decodePage(bytes)
  if (!decoded.ok) return decoded
  const document = parse(decoded.value)
  const root = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html')
  const body = root && childrenOf(root, 'body')[0]
  if (!root || !body) return NO_TEXT
  if (depthOf(body) > DEEPEST_HTML)
    return refused(
      'too-deep',
      `网页里的元素嵌套太深（超过 ${DEEPEST_HTML} 层），已拒绝读取。请另存为文本或 DOCX 后再试。`,
    )
  const seen = new PageWeights(body)
  const everything = new PageWeights(body, true)
  // Some pages hide their text until a script shows it; hidden copies beside a text that can be seen stay hidden.
  const weights = seen.whole.prose < 200 && everything.whole.prose > seen.whole.prose * 5 ? everything : seen
  const collector = new LineCollector(weights)
  collector.walk(weights.contentOf(body))
  const kept = articleLines(collector.finish())
  if (kept.length === 0) return NO_TEXT
  const hints = new Hints()
  const around = new LineCollector(null)
  around.walk(body)
  hints.takeMeta(root)
  hints.takeLines(around.finish().slice(0, 400))
  const { title, heading } = shownTitle(body, hints.all.title)
  // Meta tags shorten titles: where the text states the page's own heading, its title is there already.
  const isStated =
    (title !== null && hasTitle(kept, title)) ||
    (heading !== null && heading.length >= SHORTEST_TITLE && hasTitle(kept, heading))
  const head: SourceLine[] =
    title && !isStated ? [{ number: 1, text: title, heading: 1, align: 'center', endsParagraph: true }] : []
  return done({
    format: 'html',
    lines: numbered([...head, ...kept]),
    hints: hints.all,
    findings: picturesFinding(collector.pictures),
  })
}
