import { html } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { ElementView } from '../../contract.ts'
import type { ClauseElement } from './blocks.ts'

/** The link to a clause. It and paragraphs are texts, which escape what they hold: a regulation has hundreds of them. */
const pilcrow = ({ id, label }: ClauseElement): Child =>
  id ? html`<a class="pilcrow" href="#${id}" aria-label="${spoken(label)}的链接">¶</a>` : null

/** `一、` → `一`: how a clause is spoken of. */
const spoken = (label: string): string => label.replace(/[、.．]$/u, '')

/** A heading of the first level or of a chapter, alone in its line. */
export const ClauseHeading: FC<{ clause: ClauseElement; level: 2 | 3 | 4 }> = ({ clause, level }) => {
  const Heading = `h${level}` as 'h2'
  const isChapter = clause.level === 'chapter' || clause.level === 'part' || clause.level === 'section'
  return (
    <Heading id={clause.id ?? undefined} class={isChapter ? 'clause-1 clause-chapter' : 'clause-1'}>
      {clause.label}
      {isChapter ? '　' : null}
      {clause.text}
      {pilcrow(clause)}
    </Heading>
  )
}

/** 一、 in 黑体, （一） in 楷体, 条 in 黑体: the levels of GB/T 9704 within a paragraph. */
const RUN_IN: Readonly<Record<string, string>> = { 1: 'clause-lead', 2: 'clause-2', article: 'clause-lead' }

/** Label and heading of a clause whose text runs on after them, with the heading's own full stop. */
function leadOf({ label, heading, text, level }: ClauseElement): { readonly lead: string; readonly rest: string } {
  if (level === 'article') return { lead: label, rest: `　${text}` }
  if (heading === null || !text.startsWith(heading)) return { lead: '', rest: `${label}${text}` }
  const stop = /^[。：:]/u.exec(text.slice(heading.length))?.[0] ?? ''
  return { lead: `${label}${heading}${stop}`, rest: text.slice(heading.length + stop.length) }
}

/** A clause as a paragraph of its own. */
function clauseParagraph(clause: ClauseElement): Child {
  const { lead, rest } = leadOf(clause)
  const css = RUN_IN[clause.level]
  const beginning = lead === '' || !css ? lead : html`<strong class="${css}">${lead}</strong>`
  return clause.id
    ? html`<p id="${clause.id}">${beginning}${rest}${pilcrow(clause)}</p>`
    : html`<p>${beginning}${rest}</p>`
}

/** Texts are kept while they are asked for: a paragraph is drawn once for as long as its element is there. */
const drawn = new WeakMap<ElementView, Child>()

/** A paragraph of the text, of whatever kind. */
export function paragraphOf(element: ElementView, attachments: readonly string[]): Child {
  if (element.kind === 'table' || element.kind === 'title') return null
  if (element.kind === 'attachment-list') return <AttachmentLine text={element.text} titles={attachments} />
  const known = drawn.get(element)
  if (known !== undefined) return known
  const paragraph = element.kind === 'clause' ? clauseParagraph(element) : plainParagraph(element)
  drawn.set(element, paragraph)
  return paragraph
}

const plainParagraph = ({ kind, text }: Extract<ElementView, { text: string }>): Child =>
  kind === 'recipients' ? html`<p class="recipients">${text}</p>` : html`<p>${text}</p>`

/** 附件：1. … with links to what is printed further down. */
const AttachmentLine: FC<{ text: string; titles: readonly string[] }> = ({ text, titles }) => {
  const at = titles.findIndex((title) => title !== '' && text.includes(title))
  const title = titles[at]
  if (title === undefined) return <p class="attachment-line">{text}</p>
  const start = text.indexOf(title)
  return (
    <p class="attachment-line">
      {text.slice(0, start)}
      <a href={`#annex-${at + 1}`}>{title}</a>
      {text.slice(start + title.length)}
    </p>
  )
}
