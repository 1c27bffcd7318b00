import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node
export const textOfNode = (node: HtmlNode): string | null =>
  'value' in node && node.nodeName === '#text' ? node.value : null

export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((found) => found.name === name)?.value ?? ''

export const childrenOf = (element: HtmlElement, ...names: string[]): HtmlElement[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName))

/** Nodes that are looked at for the text of a short element: titles and labels have few. */
const MOST_NODES = 60

/**
 * All text below a node in one line, null when it is longer than `most` or spread over many elements: it is no label and
 * no title then. What stands in links can be left out.
 */
export function shortText(node: HtmlNode, most: number, isWithoutLinks = false): string | null {
  let text = ''
  let seen = 0
  const waiting: HtmlNode[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    text += textOfNode(next) ?? ''
    if (text.length > most * 4 || ++seen > MOST_NODES) return null
    if (!isElement(next) || next.tagName === 'script' || next.tagName === 'style') continue
    if (isWithoutLinks && next.tagName === 'a') continue
    if (next.childNodes.length > MOST_NODES) return null
    for (let at = next.childNodes.length - 1; at >= 0; at--) waiting.push(next.childNodes[at] as HtmlNode)
  }
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? null : line
}

/** Rows of a table with their cells, those of tables inside it left out. */
export function rowsOf(table: HtmlElement): HtmlElement[][] {
  const bodies = table.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? childrenOf(child, 'tr') : [],
    )
  return bodies.map((row) => childrenOf(row, 'td', 'th')).filter((row) => row.length > 0)
}

/** How deep elements are nested, counted without recursion: hostile pages nest a million. */
export function depthOf(root: HtmlElement): number {
  let deepest = 0
  const waiting: [HtmlElement, number][] = [[root, 1]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, depth] = next
    deepest = Math.max(deepest, depth)
    for (const child of element.childNodes) if (isElement(child)) waiting.push([child, depth + 1])
  }
  return deepest
}
