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
