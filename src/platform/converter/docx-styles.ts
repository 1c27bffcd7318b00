import { childNamed, childrenNamed, type XmlNode } from './xml.ts'

export const wordValue = (node: XmlNode | undefined): string | undefined => node?.attributes['w:val']

/** A switch of Word: there and not said to be off; undefined when it is not there. */
export const switchOf = (node: XmlNode | undefined): boolean | undefined =>
  node === undefined ? undefined : !/^(?:0|false|off|none)$/.test(wordValue(node) ?? '1')

/** What a style brings to its paragraphs or runs. */
export interface Style {
  readonly id: string
  readonly heading: number | undefined
  readonly listId: string | undefined
  readonly level: number | undefined
  readonly align: string | undefined
  readonly isHidden: boolean | undefined
  readonly isBold: boolean | undefined
}

const NO_STYLE: Style = {
  id: '',
  heading: undefined,
  listId: undefined,
  level: undefined,
  align: undefined,
  isHidden: undefined,
  isBold: undefined,
}

const DEEPEST_STYLE = 20

function styleOf(id: string, node: XmlNode, base: Style): Style {
  const properties = childNamed(node, 'w:pPr')
  const outline = wordValue(childNamed(properties, 'w:outlineLvl'))
  const list = childNamed(properties, 'w:numPr')
  const runs = childNamed(node, 'w:rPr')
  const level = wordValue(childNamed(list, 'w:ilvl'))
  return {
    id,
    heading: outline === undefined ? base.heading : Number(outline) < 6 ? Number(outline) + 1 : undefined,
    listId: wordValue(childNamed(list, 'w:numId')) ?? base.listId,
    level: level === undefined ? (list ? undefined : base.level) : Number(level),
    align: wordValue(childNamed(properties, 'w:jc')) ?? base.align,
    isHidden: switchOf(childNamed(runs, 'w:vanish')) ?? base.isHidden,
    isBold: switchOf(childNamed(runs, 'w:b')) ?? base.isBold,
  }
}

/** The styles of a document by id, each with what it inherits; an unknown id gives a style that brings nothing. */
export function readStyles(root: XmlNode | null): (id: string | undefined) => Style {
  const nodes = new Map<string, XmlNode>()
  let usual: string | undefined
  for (const node of childrenNamed(root ? childNamed(root, 'w:styles') : undefined, 'w:style')) {
    const id = node.attributes['w:styleId'] ?? ''
    nodes.set(id, node)
    const isUsual = /^(?:1|true|on)$/.test(node.attributes['w:default'] ?? '')
    if (isUsual && node.attributes['w:type'] === 'paragraph') usual = id
  }
  const made = new Map<string, Style>()
  const make = (id: string, depth: number): Style => {
    const known = made.get(id)
    const node = nodes.get(id)
    if (known || !node || depth > DEEPEST_STYLE) return known ?? NO_STYLE
    const style = styleOf(id, node, make(wordValue(childNamed(node, 'w:basedOn')) ?? '', depth + 1))
    made.set(id, style)
    return style
  }
  return (id) => make(id ?? usual ?? '', 0)
}
