import { parse } from 'parse5'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Finding, SourceLine, SourceText } from '../../reader/types.ts'
import { PageWeights } from './html-content.ts'
import { factsOfPage, type PageFacts } from './html-facts.ts'
import { factsOf, Hints, hasTitle, isFact } from './html-hints.ts'
import { labelOf } from './html-labels.ts'
import { LineCollector } from './html-lines.ts'
import { pageTitle, titleOf } from './html-title.ts'
import { childrenOf, depthOf, isElement } from './html-tree.ts'
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
/** The value of a row 标题 or 名称 that is shorter is a name of something else. */
const SHORTEST_FACT = 8

const NO_TEXT = refused('no-text', '网页里没有正文。请打开网页确认能看到文字，或者另存为 DOCX、PDF 后再试。')

/** The page's text; sites declare their encoding, and browsers that save a page keep the old declaration. */
function decodePage(bytes: Uint8Array): Outcome<string> {
  const decoded = decodeText(bytes)
  const declared = /charset=["']?\s*(gb\w+|big5)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]
  if (decoded.ok && decoded.value.encoding !== 'gb18030') return done(decoded.value.text)
  if (declared) return done(new TextDecoder(/big5/i.test(declared) ? 'big5' : 'gb18030').decode(bytes))
  return decoded.ok ? done(decoded.value.text) : decoded
}

/** Facts stand in a table or several below each other; one line alone (公开方式：主动公开) is part of the document. */
const isFactAt = (lines: readonly SourceLine[], index: number): boolean => {
  const line = lines[index]
  if (!line || !isFact(line)) return false
  const near = [lines[index - 1], lines[index + 1]].filter((other) => other && isFact(other))
  return near.length > 0 || factsOf(line).length > 1
}

/** The page's lines without what sites put around an article. */
function articleLines(all: readonly SourceLine[], isLink: (line: SourceLine) => boolean): SourceLine[] {
  const foot = all.length - FOOT_LINES
  const begin = all.findIndex(({ cells, text }) => cells || (text.length > 20 && /[。：]/.test(text)))
  const kept = all.filter((line, index) => {
    if (index < 24 && isFactAt(all, index)) return false
    if (index < begin && !line.heading && isLink(line)) return false
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

function titleFinding(head: SourceLine | undefined, isShown: boolean): Finding[] {
  const message = `网页上没有显示标题，“${head?.text}”取自网页自带的信息，请核对。`
  return head && !isShown ? [{ code: 'title-from-page-data', severity: 'info', message, line: head.number }] : []
}

/** The title that the facts of a page name; that of a row 标题 or 名称 which can be one. */
const factTitle = ({ above, around }: PageFacts): string | undefined =>
  [...above, ...around].find(({ label, value }) => labelOf(label) === 'title' && value.length >= SHORTEST_FACT)?.value

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
  const content = weights.contentOf(body)
  const facts = factsOfPage(body, content)
  weights.hide([...facts.above, ...facts.below].flatMap(({ elements }) => elements))
  collector.walk(content)
  const kept = articleLines(collector.finish(), (line) => collector.isLink(line))
  if (kept.length === 0) return NO_TEXT
  const hints = new Hints()
  hints.takeMeta(root)
  const meta = hints.all.title
  for (const { label, value } of [...facts.above, ...facts.around, ...facts.below]) hints.take(label, value)
  const around = new LineCollector(null)
  around.walk(body)
  hints.takeLines(around.finish().slice(0, 400))
  const named = { meta, fact: factTitle(facts), page: pageTitle(root) }
  const { title, heading, isShown } = titleOf(body, content, weights, named)
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
    findings: [...picturesFinding(collector.pictures), ...titleFinding(head[0], isShown)],
  })
}
