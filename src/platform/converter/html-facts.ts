import { labelOf } from './html-labels.ts'
import { type HtmlElement, type HtmlNode, isElement, rowsOf, shortText, textOfNode } from './html-tree.ts'

/** A label with its value, as markup pairs them. */
export interface Fact {
  readonly label: string
  readonly value: string
  /** The elements that print both, as far as they print nothing else. */
  readonly elements: readonly HtmlElement[]
}

const LONGEST_VALUE = 200
const LONGEST_LABEL = 24
const LONGEST_LINE = 300
/** Elements that never hold facts: what a visitor is asked for is labelled as well. */
const NO_FACTS = new Set('script style select nav a button noscript template'.split(' '))
const IN_TABLE = /^(?:table|dl|ul|ol)$/

interface Behind {
  readonly value: string
  readonly elements: readonly HtmlElement[]
  readonly isAllElements: boolean
}

/** What follows a label among its siblings, up to the next label. */
function valueBehind(siblings: readonly HtmlNode[], at: number): Behind | null {
  const parts: string[] = []
  const elements: HtmlElement[] = []
  for (let index = at + 1; index < Math.min(siblings.length, at + 12); index++) {
    const node = siblings[index] as HtmlNode
    const text = shortText(node, LONGEST_VALUE)
    if (text === null) return null
    if (text === '') continue
    if (labelOf(text)) break
    parts.push(text)
    if (isElement(node)) elements.push(node)
    if (isElement(node) && /^(?:td|th|dd|div|p|li)$/.test(node.tagName)) break
  }
  const value = parts.join(' ').replace(/^[:：]\s*/, '')
  return parts.length > 0 ? { value, elements, isAllElements: elements.length === parts.length } : null
}

/** The elements that print a fact: label and value, or, where one of them is bare text, the line that holds both. */
function printsOf(label: HtmlNode, { elements, isAllElements }: Behind, parent: HtmlElement): readonly HtmlElement[] {
  if (isElement(label) && isAllElements) return [label, ...elements]
  return shortText(parent, LONGEST_LINE) === null ? [] : [parent]
}

function factsAmong(parent: HtmlElement): Fact[] {
  const { childNodes } = parent
  return childNodes.flatMap((node, at): Fact[] => {
    const text = shortText(node, LONGEST_LABEL)
    if (!text || !labelOf(text)) return []
    const behind = valueBehind(childNodes, at)
    if (!behind || behind.value.length > LONGEST_VALUE) return []
    return [{ label: text, value: behind.value, elements: printsOf(node, behind, parent) }]
  })
}

/** A row of labels over a row of values. */
function factsOfColumns(table: HtmlElement): Fact[] {
  const rows = rowsOf(table)
  return rows.flatMap((row, at) => {
    const below = rows[at + 1]
    if (row.length < 2 || below?.length !== row.length) return []
    const labels = row.map((cell) => shortText(cell, LONGEST_LABEL) ?? '')
    if (!labels.every((label) => labelOf(label))) return []
    return labels.flatMap((label, column): Fact[] => {
      const value = shortText(below[column] as HtmlElement, LONGEST_VALUE)
      return value && !labelOf(value) ? [{ label, value, elements: [] }] : []
    })
  })
}

/** The facts that a page prints about its document: around the box of its text, and in it above and below the text. */
export interface PageFacts {
  readonly around: readonly Fact[]
  readonly above: readonly Fact[]
  readonly below: readonly Fact[]
}

/** Finds the facts of a page. Below the text, whose words are its own, only what is a table of facts beyond doubt counts. */
export function factsOfPage(body: HtmlElement, content: HtmlElement): PageFacts {
  const found: { around: Fact[]; above: Fact[]; below: Fact[] } = { around: [], above: [], below: [] }
  let hasBegun = false
  const waiting: { node: HtmlNode; isInside: boolean; isInTable: boolean }[] = [
    { node: body, isInside: false, isInTable: false },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, isInTable } = next
    const isInside = next.isInside || node === content
    if (isInside && !isInTable && isSentence(textOfNode(node))) hasBegun = true
    if (!isElement(node) || NO_FACTS.has(node.tagName)) continue
    const facts = [...factsAmong(node), ...(node.tagName === 'table' ? factsOfColumns(node) : [])]
    found[!isInside ? 'around' : hasBegun ? 'below' : 'above'].push(...facts)
    for (let at = node.childNodes.length - 1; at >= 0; at--)
      waiting.push({
        node: node.childNodes[at] as HtmlNode,
        isInside,
        isInTable: isInTable || IN_TABLE.test(node.tagName),
      })
  }
  const isTable =
    found.below.length >= FEWEST_BELOW && found.below.some(({ label }) => labelOf(label) === 'indexNumber')
  return { ...found, above: found.above.length > 1 ? found.above : [], below: isTable ? found.below : [] }
}

const FEWEST_BELOW = 3

const isSentence = (text: string | null): boolean => text !== null && text.trim().length >= 12 && /[。；]/.test(text)
