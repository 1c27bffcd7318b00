import { SaxesParser } from 'saxes'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { DEEPEST_XML } from './limits.ts'

/** An XML element; names keep their prefix (`w:p`), attributes too. Text stands in `#text` children. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  readonly text: string
}

const element = (name: string, attributes: Readonly<Record<string, string>>): XmlNode => ({
  name,
  attributes,
  children: [],
  text: '',
})

/** Parses XML into a tree, refusing what is nested deeper than any document is. Entities of a DTD are not expanded. */
export function parseXml(bytes: Uint8Array): Outcome<XmlNode> {
  const root = element('', {})
  const open: XmlNode[] = [root]
  let problem: string | null = null
  const parser = new SaxesParser()
  parser.on('error', () => {
    problem ??= '文件内部的 XML 有错误，可能已经损坏。请打开后另存一份再试。'
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST_XML) {
      problem ??= `文件内部嵌套太深（超过 ${DEEPEST_XML} 层），已拒绝读取。请打开后另存一份再试。`
      throw new Error(problem)
    }
    const node = element(name, attributes as Record<string, string>)
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void open.at(-1)?.children.push({ ...element('#text', {}), text }))
  try {
    parser.write(new TextDecoder('utf-8').decode(bytes)).close()
  } catch {
    problem ??= '文件内部的 XML 读不了，可能已经损坏。请打开后另存一份再试。'
  }
  return problem === null ? done(root) : refused('xml', problem)
}

export const childNamed = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name)
export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

/** All elements of a name below a node, in order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : descendants(child, name)))
}
