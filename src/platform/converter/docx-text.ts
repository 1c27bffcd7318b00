import { type Style, switchOf, wordValue } from './docx-styles.ts'
import { raisedDigits } from './numerals.ts'
import { childNamed, type XmlNode } from './xml.ts'

/** Inside these nothing is text: what was deleted or moved away, properties, the code of fields, readings above signs. */
export const SILENT: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:pPr',
  'w:rPr',
  'w:sectPr',
  'w:sdtPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
  'w:rt',
  'mc:Fallback',
])

/** Boxes to tick, which Word writes as signs of a font of symbols. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F052: '☑',
  F0FE: '☑',
  F053: '☒',
  F0FD: '☒',
  F06F: '□',
  F0A8: '□',
  F0A3: '□',
}

/** What a paragraph says, and what stands beside it. */
export interface ParagraphText {
  readonly text: string
  readonly isBold: boolean
  /** Contents of text boxes anchored here. */
  readonly boxes: readonly XmlNode[]
  /** Footnotes and endnotes that are named here: `footnote/3`. */
  readonly notes: readonly string[]
}

/** Reads the runs of one paragraph. */
export class TextReader {
  #text = ''
  #boldSigns = 0
  readonly #boxes: XmlNode[] = []
  readonly #notes: string[] = []
  readonly #styles: (id: string | undefined) => Style
  readonly #numberOfNote: (key: string) => number

  constructor(styles: (id: string | undefined) => Style, numberOfNote: (key: string) => number) {
    this.#styles = styles
    this.#numberOfNote = numberOfNote
  }

  read(paragraph: XmlNode, style: Style): ParagraphText {
    this.#inside(paragraph, style)
    const signs = this.#text.replace(/\s/g, '').length
    return {
      text: this.#text,
      isBold: signs > 0 && this.#boldSigns >= signs,
      boxes: this.#boxes,
      notes: this.#notes,
    }
  }

  #inside(node: XmlNode, style: Style): void {
    for (const child of node.children) {
      if (SILENT.has(child.name)) continue
      if (child.name === 'w:txbxContent') this.#boxes.push(child)
      else if (child.name === 'w:r') this.#run(child, style)
      else if (child.name === 'm:f') this.#fraction(child, style)
      else if (child.name === 'm:t') this.#text += said(child)
      else this.#inside(child, style)
    }
  }

  #run(run: XmlNode, style: Style): void {
    const properties = childNamed(run, 'w:rPr')
    const name = wordValue(childNamed(properties, 'w:rStyle'))
    const own = name === undefined ? undefined : this.#styles(name)
    if (switchOf(childNamed(properties, 'w:vanish')) ?? own?.isHidden ?? style.isHidden) return
    const before = this.#text.length
    this.#contents(run, style)
    const added = this.#text.slice(before)
    if (wordValue(childNamed(properties, 'w:vertAlign')) === 'superscript')
      this.#text = this.#text.slice(0, before) + raisedDigits(added)
    if (switchOf(childNamed(properties, 'w:b')) ?? own?.isBold ?? style.isBold)
      this.#boldSigns += added.replace(/\s/g, '').length
  }

  #contents(run: XmlNode, style: Style): void {
    for (const child of run.children) {
      if (SILENT.has(child.name)) continue
      if (child.name === 'w:t') this.#text += said(child)
      else if (child.name === 'w:tab' || child.name === 'w:ptab') this.#text += ' '
      else if (child.name === 'w:br' || child.name === 'w:cr') this.#text += '\n'
      else if (child.name === 'w:noBreakHyphen') this.#text += '-'
      else if (child.name === 'w:sym') this.#text += SYMBOLS[(child.attributes['w:char'] ?? '').toUpperCase()] ?? ''
      else if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference') this.#note(child)
      else if (child.name === 'w:txbxContent') this.#boxes.push(child)
      else this.#inside(child, style)
    }
  }

  #note(reference: XmlNode): void {
    const key = `${reference.name.slice(2, -'Reference'.length)}/${reference.attributes['w:id'] ?? ''}`
    this.#notes.push(key)
    this.#text += raisedDigits(String(this.#numberOfNote(key)))
  }

  #fraction(fraction: XmlNode, style: Style): void {
    const [above, below] = [childNamed(fraction, 'm:num'), childNamed(fraction, 'm:den')]
    if (above) this.#inside(above, style)
    this.#text += '/'
    if (below) this.#inside(below, style)
  }
}

const said = (node: XmlNode): string => node.children.map(({ text }) => text).join('')
