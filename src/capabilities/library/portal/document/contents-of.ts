import type { ContentsItem } from '../../../../portal/components/contents/contents.tsx'
import type { DocumentView } from '../../contract.ts'
import type { Block, ClauseElement } from './blocks.ts'

/** Longest entry: more would be a paragraph. */
const LONGEST = 26
/** Longest beginning of an article. */
const BEGINNING = 10
/** With more than this the second level is left out: contents are to be taken in at a glance. */
const MOST = 60

const shortened = (text: string): string => {
  const said = text.replace(/[。：:；]$/u, '')
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said
}

/** An article without a heading is called by its number and how it begins. */
const beginning = (text: string): string => {
  const clause = /^[^，。；：、]+/u.exec(text)?.[0] ?? text
  return clause.length > BEGINNING ? `${clause.slice(0, BEGINNING - 1)}…` : clause
}

function entry({ id, label, heading, text, level }: ClauseElement): ContentsItem[] {
  if (!id) return []
  if (typeof level === 'number') return [{ id, text: `${label}${shortened(heading ?? text)}` }]
  return [{ id, text: `${label}　${heading === null || level === 'article' ? beginning(heading ?? text) : heading}` }]
}

interface Draft {
  id: string
  text: string
  items: ContentsItem[]
}

/** The contents of a document: the notice when it issues something, chapters or 一、 with what stands in them, attachments. */
export function contentsOf(document: DocumentView, blocks: readonly Block[]): readonly ContentsItem[] {
  const drafts: Draft[] = []
  const open = (item: ContentsItem) => drafts.push({ ...item, items: [] })
  if (blocks.some(({ kind }) => kind === 'enclosure')) open({ id: 'notice', text: document.kind ?? '通知' })
  const clauses = blocks.flatMap((block): (ClauseElement | Block)[] => {
    if (block.kind === 'heading') return [block.clause]
    if (block.kind === 'text') return block.elements.filter((element) => element.kind === 'clause')
    return [block]
  })
  const hasChapters = clauses.some((clause) => 'level' in clause && clause.level === 'chapter')
  let isInArticle = false
  for (const clause of clauses) {
    if (!('level' in clause)) {
      if (clause.kind === 'attachment') {
        const label = document.attachments[clause.index]?.label ?? '附件'
        open({ id: `annex-${clause.index + 1}`, text: `${label}　${shortened(clause.title)}` })
      }
      continue
    }
    const { level } = clause
    if (level === 1 || typeof level === 'string') isInArticle = level === 'article'
    if (level === 1 || level === 'chapter' || (level === 'article' && !hasChapters)) entry(clause).forEach(open)
    // Items of an article (（一）…) are parts of a sentence, no headings.
    else if (level === 2 && clause.heading !== null && !isInArticle) drafts.at(-1)?.items.push(...entry(clause))
  }
  const total = drafts.reduce((sum, { items }) => sum + 1 + items.length, 0)
  return drafts.map(({ id, text, items }) => (total > MOST ? { id, text } : { id, text, items }))
}
