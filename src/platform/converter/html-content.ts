import { attribute, type HtmlElement, type HtmlNode, isElement, textOfNode } from './html-tree.ts'

/** Elements that are never text of a document. `form` is none of them: many sites wrap the whole page in one. */
const NEVER_TEXT = new Set(
  'script style noscript template iframe object embed svg math button select input textarea nav head audio video canvas del map'.split(
    ' ',
  ),
)
/** Elements that mostly hold furniture: they count unless they hold most of the page. */
const MOSTLY_FURNITURE = new Set(['header', 'footer', 'aside', 'label', 'menu', 'dialog'])

/** What the classes and ids of the furniture of government sites say, word by word. */
const FURNITURE =
  /(?:^|[-_\s])(?:nav(?:bar|igation|igator)?|(?:main|top|sub)?menu|(?:page|top|site)?header|(?:page|site)?footer|foot|breadcrumbs?|crumbs?|location|position|(?:cur|now)?(?:position|mb|wz)|b?d?share\w*|toolbar|tools?|sidebar|side|related|relevant|reldocuments|recommend|print\w*|qrcode|qr|ewm|erweima|copyright|search\w*|login|gotop|toptop|backtop|pager?|pagination|fontsize|zoom-controls|font-?size|dqwz|dqweizhi|xgxx|xgxw|xgwz|xgjd|xglj|xgfj|modal|dialog|popup|alert|warning|prev-?next|friend-?links?|accessib\w*|wza|toc)(?:$|[-_\s\d])/i
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Names that systems for government sites give to the box of the text. A hint beside the density of the text. */
const CONTENT =
  /(?:^|[-_\s])(?:trs_?editor\w*|trs_uedit\w*|view|ucap-?content|zoom(?:con)?|vsb_content\w*|article-?(?:content|con|body|text|main)\w*|(?:content|text)_?-?(?:article|body|text|txt|con)|pages?_content|news_?con(?:tent)?|detail-?(?:con|content|text|body)\w*|xxgk_?content|wzcon|zwcontent|con_?text|artcontent|main-?text|editor-?content|bt_content)(?:$|[-_\s\d])/i

/** What stands under an element, links apart; only what can be seen counts. */
interface Weight {
  /** Signs of text outside links. */
  readonly prose: number
  /** The same, of text with the punctuation of sentences. */
  readonly sentences: number
  readonly all: number
}

const NOTHING: Weight = { prose: 0, sentences: 0, all: 0 }
const LONGEST_LABELLED = 30
/** What reads as a sentence. Labels and the imprint of a site have colons as well, but are short. */
const isSentence = (text: string): boolean =>
  /[，。；！？]/.test(text) || (/[：、]/.test(text) && text.trim().length > LONGEST_LABELLED)

/** Weighs a page once, from the leaves up, and says of every element whether it is furniture. */
export class PageWeights {
  readonly #weights = new Map<HtmlElement, Weight>()
  readonly #whole: Weight
  readonly #seesHidden: boolean
  readonly #hidden = new Set<HtmlElement>()

  constructor(body: HtmlElement, seesHidden = false) {
    this.#seesHidden = seesHidden
    this.#whole = this.#weigh(body)
  }

  of(element: HtmlElement): Weight {
    return this.#weights.get(element) ?? NOTHING
  }

  get whole(): Weight {
    return this.#whole
  }

  /** Leaves out elements that turned out to be no text of the document. */
  hide(elements: readonly HtmlElement[]): void {
    for (const element of elements) this.#hidden.add(element)
  }

  /** Whether an element is left out: scripts, what cannot be seen, what sites put around an article. */
  isSilent(element: HtmlElement): boolean {
    if (this.#isUnseen(element) || this.#hidden.has(element)) return true
    const isNamed =
      MOSTLY_FURNITURE.has(element.tagName) ||
      FURNITURE.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
    // A box that holds most sentences of the page is none of its furniture, whatever it is called.
    return isNamed && this.of(element).sentences <= this.#whole.sentences * 0.4
  }

  #isUnseen(element: HtmlElement): boolean {
    if (NEVER_TEXT.has(element.tagName)) return true
    if (this.#seesHidden) return false
    return HIDDEN.test(attribute(element, 'style')) || element.attrs.some(({ name }) => name === 'hidden')
  }

  #weigh(element: HtmlElement): Weight {
    let [prose, sentences, all] = [0, 0, 0]
    for (const child of element.childNodes) {
      const text = textOfNode(child)
      if (text !== null) {
        const { length } = text.trim()
        all += length
        prose += length
        if (isSentence(text)) sentences += length
      } else if (isElement(child) && !this.#isUnseen(child)) {
        const weight = this.#weigh(child)
        all += weight.all
        if (child.tagName !== 'a') {
          prose += weight.prose
          sentences += weight.sentences
        }
      }
    }
    const weight = { prose, sentences, all }
    this.#weights.set(element, weight)
    return weight
  }

  /** Sentences below an element, furniture left out. */
  #articleOf(element: HtmlElement): number {
    let sum = 0
    for (const child of element.childNodes) {
      if (isElement(child)) {
        if (child.tagName !== 'a' && !this.isSilent(child)) sum += this.of(child).sentences
      } else if (isSentence(textOfNode(child) ?? '')) sum += (textOfNode(child) ?? '').trim().length
    }
    return sum
  }

  /**
   * The box of the text: from the body down as long as one child holds nearly all sentences, so that what stands beside
   * the text (attachments, signatures) is not lost; a box named as the text is taken when it holds most.
   */
  contentOf(body: HtmlElement): HtmlElement {
    const named = this.#namedContent(body)
    if (named) return named
    let at = body
    for (;;) {
      const article = this.#articleOf(at)
      const next = at.childNodes
        .filter(isElement)
        .find(
          (child) =>
            child.tagName !== 'table' &&
            child.tagName !== 'p' &&
            !this.isSilent(child) &&
            article > 0 &&
            this.of(child).sentences >= article * 0.93,
        )
      if (!next) return at
      at = next
    }
  }

  /** The smallest box with a name for the text that holds most sentences that any box so named holds. */
  #namedContent(body: HtmlElement): HtmlElement | null {
    const found: HtmlElement[] = []
    const visit = (node: HtmlNode): void => {
      if (!isElement(node) || this.isSilent(node)) return
      if (node.tagName === 'ucapcontent' || CONTENT.test(`${attribute(node, 'class')} ${attribute(node, 'id')}`))
        found.push(node)
      for (const child of node.childNodes) visit(child)
    }
    visit(body)
    const most = Math.max(0, ...found.map((element) => this.of(element).sentences))
    if (most === 0 || most < this.#articleSum(body) * 0.6) return null
    return found.findLast((element) => this.of(element).sentences >= most * 0.97) ?? null
  }

  /** Sentences of the page without its furniture, however deep that stands. */
  #articleSum(element: HtmlElement): number {
    let sum = 0
    for (const child of element.childNodes) {
      const text = textOfNode(child)
      if (text !== null) sum += isSentence(text) ? text.trim().length : 0
      else if (isElement(child) && child.tagName !== 'a' && !this.isSilent(child)) sum += this.#articleSum(child)
    }
    return sum
  }
}
