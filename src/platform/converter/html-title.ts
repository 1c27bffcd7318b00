import { foldForComparing } from '../../kernel/han.ts'
import type { PageWeights } from './html-content.ts'
import { labelOf } from './html-labels.ts'
import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement, shortText } from './html-tree.ts'

/** What a page says its title is, apart from what it shows. */
export interface NamedTitles {
  /** Of the tag ArticleTitle. */
  readonly meta: string | undefined
  /** Of a row 标题 or 名称 of its facts. */
  readonly fact: string | undefined
  /** Of its `<title>`, which names the site as well. */
  readonly page: string
}

/** What a page shows as title, and its h1 when that is something else. */
export interface ShownTitle {
  readonly title: string | null
  readonly heading: string | null
  /** Whether the page shows it; a title that only its own data name is to be looked at by a person. */
  readonly isShown: boolean
}

/** Names that say that a box holds the title of an article, and those that may name any heading of a page. */
const OF_ARTICLE = /(?:^|\s)(?:article|content|con|news|detail|wz|info)[-_]?title(?:[-_\s]|$)/i
const OF_HEADING =
  /(?:^|[-_\s])(?:\w*title|tit|biaoti|headline|heading|bt|[a-z]{1,4}_?(?:tit|bt|tt)|tt|caption|subject)(?:[-_\s\d]|$)/i

const KIND =
  /(?:通知|意见|决定|公告|通告|通报|公报|批复|函|办法|规定|方案|规划|条例|细则|规则|纪要|报告|请示|决议|议案|命令|令|计划|要点|措施|预案|目录|清单|标准|指南|章程)$/
const AT_END_IN_BRACKETS = /(?:\([^()]{1,24}\))+$/
/** 关于…的通知, …办法（试行）: what titles of documents say and headings of sites do not. */
function isOfDocument(text: string): boolean {
  const key = foldForComparing(text).replace(AT_END_IN_BRACKETS, '')
  return key.length >= 8 && KIND.test(key) && !/[:。;]$/.test(key)
}

/** 明溪区人民政府门户网站, 政府信息公开平台: the site or a part of it. */
const OF_SITE = /(?:网站|[^联互]网|平台|门户|首页|频道|栏目|专栏|专题|客户端|信息公开|政务公开|站点)$/
const SHORTEST = 5
const LONGEST = 200
/** A title shorter than this says too little to be known in another text. */
const SHORTEST_KNOWN = 8

/** What speaks for a block at least when the data of the page name it. */
const AGREED = 2

interface Block {
  readonly text: string
  readonly isArticle: boolean
  readonly isNamed: boolean
  readonly level: number | null
  /** In what sites put around an article. */
  readonly isQuiet: boolean
  readonly place: 'before' | 'inside' | 'after'
}

const INLINE = /^(?:span|font|b|strong|em|i|u|label|big)$/

/** Short blocks of a page in reading order: any may be the title. */
function blocksOf(body: HtmlElement, content: HtmlElement, weights: PageWeights): Block[] {
  const found: Block[] = []
  let hasContent = false
  const waiting: { node: HtmlNode; isQuiet: boolean; isInside: boolean }[] = [
    { node: body, isQuiet: false, isInside: false },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next
    if (!isElement(node) || /^(?:script|style|a|select|option|button|noscript|template)$/.test(node.tagName)) continue
    const isInside = next.isInside || node === content
    hasContent ||= isInside
    const isQuiet = next.isQuiet || (!isInside && weights.isSilent(node))
    const names = `${attribute(node, 'class')} ${attribute(node, 'id')}`
    const level = /^h([1-6])$/.exec(node.tagName)?.[1]
    const isArticle = node.tagName === 'ucaptitle' || OF_ARTICLE.test(names)
    // Lists beside the text are made of links that name other documents.
    const text = INLINE.test(node.tagName) && isInside ? null : shortText(node, LONGEST, !isArticle && level !== '1')
    if (text !== null && text.length >= SHORTEST) {
      found.push({
        text,
        isArticle,
        isNamed: OF_HEADING.test(names),
        level: level ? Number(level) : null,
        isQuiet,
        place: isInside ? 'inside' : hasContent ? 'after' : 'before',
      })
    }
    for (let at = node.childNodes.length - 1; at >= 0; at--)
      waiting.push({ node: node.childNodes[at] as HtmlNode, isQuiet, isInside })
  }
  return found
}

/** How far what the page says of itself names this text, from 0 to 1 of all it says. */
function shareOf(key: string, named: string | undefined): number {
  const whole = foldForComparing(named ?? '')
  if (whole === '' || key.length < SHORTEST_KNOWN) return 0
  if (whole.includes(key)) return key.length / whole.length
  // Data shorten titles: the shown one may name the issuer that they leave out.
  return whole.length >= SHORTEST_KNOWN && key.endsWith(whole) ? 1 : 0
}

/** What speaks for a block, all signs together; nothing when it cannot be a title. */
function scoreOf(block: Block, { meta, fact, page }: NamedTitles, isNearest: boolean): number {
  const { text, place, isQuiet } = block
  const key = foldForComparing(text)
  if (/[:。;]$/.test(key) || labelOf(text) || /^(?:来源|作者|当前位置|您的位置)/.test(key)) return 0
  const isDocument = isOfDocument(text)
  if (OF_SITE.test(key) && !isDocument) return meta && foldForComparing(meta) === key ? 6 : 0
  const isMeta = meta !== undefined && foldForComparing(meta) === key
  const isFact = fact !== undefined && foldForComparing(fact) === key
  const shares = [shareOf(key, meta), shareOf(key, fact), shareOf(key, page)]
  const told = (isMeta ? 6 : 0) + (isFact ? 4 : 0) + Math.max(...shares) * 3 + ((shares[2] ?? 0) > 0.3 ? 1 : 0)
  if (place === 'after' && !isMeta) return 0
  if (isQuiet && told < 2) return 0
  const isHeading = block.isArticle || block.level === 1
  const looks = (block.isArticle ? 2 : 0) + (block.level === 1 ? 1 : 0) + (block.isNamed ? 0.5 : 0)
  const says = isDocument && (block.isNamed || isNearest || block.level !== null) && !isQuiet ? 1.5 : 0
  return told >= 1.5 || isHeading || says > 0 ? told + looks + says : 0
}

/** The part of a `<title>` that is no name of a site. */
function ofPage(page: string): string | null {
  const parts = page.split(/\s*[_|｜>»]+\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|\s*-{1,2}\s*(?=[^\d])|\s{1,}/u)
  return (
    parts.filter((part) => isOfDocument(part) && part.length < LONGEST).sort((a, b) => b.length - a.length)[0] ?? null
  )
}

/**
 * The title of a page's article: the block for which most speaks — that the page's data name it, that it stands in a
 * heading or in a box named as one, that it is the last before the text and says what documents say. What the data say
 * alone comes after all that is shown.
 */
export function titleOf(body: HtmlElement, content: HtmlElement, weights: PageWeights, named: NamedTitles): ShownTitle {
  const blocks = blocksOf(body, content, weights)
  const nearest = blocks.findLast(({ place, text, isQuiet }) => place === 'before' && !isQuiet && isOfDocument(text))
  let best: { readonly block: Block; readonly score: number } | null = null
  for (const block of blocks) {
    const score = scoreOf(block, named, block === nearest)
    const isLaterHeading = block.level === 1 && best?.block.level === 1 && score === best.score
    if (score > 0 && (best === null || score > best.score || isLaterHeading)) best = { block, score }
  }
  const said = named.meta ?? named.fact ?? ofPage(named.page)
  // A lone h1 is often the name of the site: what the page calls its title goes before what it does not name at all.
  if (best && best.score < AGREED && !best.block.isArticle && said)
    return { title: said, heading: best.block.text, isShown: false }
  if (best) return { title: best.block.text, heading: null, isShown: true }
  return { title: said, heading: null, isShown: false }
}

/** The text of a page's `<title>`. */
export function pageTitle(root: HtmlElement): string {
  const tag = childrenOf(root, 'head').flatMap((head) => childrenOf(head, 'title'))[0]
  return (tag && shortText(tag, 400)) ?? ''
}
