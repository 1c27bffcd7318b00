import type { ContentsItem } from '../../../../portal/components/contents/contents.tsx'
import type { DocumentView } from '../../contract.ts'
import type { Block, ClauseElement } from './blocks.ts'

/** Longest entry: more would be a paragraph. */
const LONGEST = 26
/** With more than this the second level is left out: contents are to be taken in at a glance. */
const MOST = 60

const shortened = (text: string): string => {
  const said = text.replace(/[。：:；]$/u, '')
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said
}

const entry = ({ id, label, heading, text }: ClauseElement, isSpaced: boolean): ContentsItem[] =>
  id ? [{ id, text: `${label}${isSpaced ? '　' : ''}${shortened(heading ?? text)}` }] : []

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
  for (const clause of clauses) {
    if (!('level' in clause)) {
      if (clause.kind === 'attachment') {
        const label = document.attachments[clause.index]?.label ?? '附件'
        open({ id: `annex-${clause.index + 1}`, text: `${label}　${shortened(clause.title)}` })
      }
      continue
    }
    const { level } = clause
    if (level === 1 || level === 'chapter' || (level === 'article' && !hasChapters))
      for (const item of entry(clause, typeof level === 'string')) open(item)
    else if (level === 2 && clause.heading !== null) drafts.at(-1)?.items.push(...entry(clause, false))
  }
  const total = drafts.reduce((sum, { items }) => sum + 1 + items.length, 0)
  return drafts.map(({ id, text, items }) => (total > MOST ? { id, text } : { id, text, items }))
}
