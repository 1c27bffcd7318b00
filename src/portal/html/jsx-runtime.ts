// What the compiler calls for `<a href={…}>…</a>` (tsconfig's jsxImportSource). Types, names and results are those of hono/jsx; its
// runtime builds a tree and walks it afterwards, this one writes the text while elements are made, children before parents.
import type { Child, FC } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX }

/** Text that is HTML already: it goes into other elements as it is. */
class Html {
  readonly isEscaped = true
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

const SPECIAL = /[&<>'"]/
const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
}

/** A text as it may stand in an element and in an attribute. */
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>'"]/g, (letter) => WRITTEN[letter] ?? letter) : text

/** Elements without content (HTML 13.1.2). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Attributes that say by being there (HTML 2.3.2); others write `true` and `false`. */
const BY_PRESENCE = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
)

/** HTML of whatever may stand in an element. */
function htmlOf(child: unknown): string {
  if (typeof child === 'string') return escaped(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (child instanceof Html) return child.toString()
  if (Array.isArray(child)) {
    let html = ''
    for (const one of child) html += htmlOf(one)
    return html
  }
  if (isRaw(child)) return String(child)
  throw new TypeError(`no child of an element: ${Object.prototype.toString.call(child)}`)
}

/** What `raw` of hono/html makes. */
const isRaw = (value: unknown): boolean => value instanceof String && 'isEscaped' in value && value.isEscaped === true

function attributeOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`
  if (typeof value === 'number') return ` ${name}="${value}"`
  if (typeof value !== 'boolean') throw new TypeError(`no value of an attribute: ${name}`)
  if (BY_PRESENCE.has(name)) return value ? ` ${name}=""` : ''
  return ` ${name}="${value}"`
}

type Props = Readonly<Record<string, unknown>>

/** An element by its name, or what a component makes of its props. */
export function jsx<Own extends object>(tag: string | FC<Own>, props: Own): JSX.Element {
  return typeof tag === 'string' ? element(tag, props as Props) : made(tag(props))
}

export { jsx as jsxs }

/** hono's types call HTML that is ready a string that knows it. */
const ready = (html: Html) => html as unknown as JSX.Element

const made = (result: unknown): JSX.Element => ready(result instanceof Html ? result : new Html(htmlOf(result)))

function element(tag: string, props: Props): JSX.Element {
  let start = `<${tag}`
  let inside = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children') inside = htmlOf(value)
    else if (name === 'dangerouslySetInnerHTML') inside = (value as { readonly __html: string }).__html
    else start += attributeOf(name, value)
  }
  return ready(new Html(VOID.has(tag) ? `${start}/>` : `${start}>${inside}</${tag}>`))
}

/** Several elements as one. */
export const Fragment = ({ children }: { readonly children?: Child }): JSX.Element => made(children)
