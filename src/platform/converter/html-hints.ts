import { isDay } from '../../kernel/day.ts'
import { docNumbersAnywhere, formatDocNumber, readDocNumber } from '../../kernel/doc-number.ts'
import { foldForComparing, withoutSpaces } from '../../kernel/han.ts'
import type { SourceHints, SourceLine } from '../../reader/types.ts'
import { isOfWriter, labelOf, pairsIn } from './html-labels.ts'
import { attribute, childrenOf, type HtmlElement } from './html-tree.ts'

/** Meta tags of 《政府网站发展指引》 and what sites make of them. */
const META: Readonly<Record<string, keyof SourceHints>> = {
  articletitle: 'title',
  contentsource: 'issuer',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  url: 'url',
}

/** A day as sites write it: 2024-03-05 10:20, 2024年3月5日, 2024/3/5. */
const dayFrom = (text: string): string | undefined => {
  const parts = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(text)
  const day = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : ''
  return isDay(day) ? day : undefined
}

const LONGEST_NUMBER = 60

/** The document number that a fact states: in the brackets of the standard, of orders as it stands; nothing else is one. */
function numberFrom(text: string): string | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  const whole = readDocNumber(text)
  if (whole) return formatDocNumber(whole)
  const bare = withoutSpaces(text)
  const [, issuerCode = '', year, serial] = docNumbersAnywhere().exec(bare) ?? []
  if (year) return formatDocNumber({ issuerCode, year: Number(year), serial: Number(serial) })
  return /^\p{Script=Han}{2,30}第\d{1,5}号$/u.test(bare) ? bare : undefined
}

/** The shortest value of a 标题 or 名称 that can be a title. */
const SHORTEST_TITLE = 8
const NO_VALUE = /^(?:无|暂无|-+|\/|本网|本站|原创)$/

function valueFor(key: keyof SourceHints, said: string): string | undefined {
  if (key === 'publishedOn' || key === 'signedOn') return dayFrom(said)
  if (key === 'docNumber') return numberFrom(said)
  const value = said.replace(/\s+/g, ' ').trim()
  if (NO_VALUE.test(value)) return undefined
  return key === 'title' && value.length < SHORTEST_TITLE ? undefined : value
}

/** Facts that a line of the page states: pairs of label and value, cell by cell or parted by a colon. */
export function factsOf({ cells, text }: SourceLine): readonly (readonly [string, string])[] {
  if (!cells) return pairsIn(text)
  const facts: (readonly [string, string])[] = []
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1]
    if (labelOf(cell.text) && next && !labelOf(next.text)) facts.push([cell.text, next.text])
    else if (/[:：]/.test(cell.text)) facts.push(...pairsIn(cell.text))
  }
  return facts
}

/** Collects hints; the first that says something stays, but who wrote a document goes before who put it online. */
export class Hints {
  readonly #found: Record<string, string> = {}
  #isWriterKnown = false

  set(key: keyof SourceHints, said: string): void {
    const value = valueFor(key, said)
    if (value) this.#found[key] ??= value
  }

  get all(): SourceHints {
    return this.#found as SourceHints
  }

  takeMeta(root: HtmlElement): void {
    for (const head of childrenOf(root, 'head')) {
      for (const node of childrenOf(head, 'meta')) {
        const key = META[attribute(node, 'name').toLowerCase()]
        if (key) this.set(key, attribute(node, 'content'))
      }
    }
  }

  /** Takes the facts that a page states in its lines. */
  takeLines(lines: readonly SourceLine[]): void {
    for (const line of lines)
      for (const [label, value] of factsOf(line)) if (labelOf(label) !== 'title') this.take(label, value)
  }

  take(label: string, value: string): void {
    const key = labelOf(label)
    if (key === null || key === 'other') return
    if (key === 'issuer' && isOfWriter(label) && !this.#isWriterKnown && valueFor(key, value)) {
      delete this.#found[key]
      this.#isWriterKnown = true
    }
    this.set(key, value)
  }
}

/** Whether a line of the text is one of the facts that sites print in a table above it. */
export function isFact(line: SourceLine): boolean {
  if (line.cells) {
    const filled = line.cells.filter(({ text }) => text.trim() !== '')
    return filled.length > 0 && labelOf(filled[0]?.text ?? '') !== null && filled.length <= 6
  }
  return line.text.length < LONGEST_FACT && pairsIn(line.text).length > 0 && beginsWithLabel(line.text)
}

const LONGEST_FACT = 120
const beginsWithLabel = (text: string): boolean => labelOf(text.slice(0, Math.max(0, text.search(/[:：]/)))) !== null

/** Whether the text states the title somewhere among its first lines, in one line or over several. */
export function hasTitle(lines: readonly SourceLine[], title: string): boolean {
  const wanted = foldForComparing(title).replace(/^\([^)]{1,8}\)/, '')
  const head = lines
    .slice(0, 15)
    .map(({ text }) => foldForComparing(text.slice(0, 300)))
    .join('')
  return wanted === '' || head.includes(wanted)
}
