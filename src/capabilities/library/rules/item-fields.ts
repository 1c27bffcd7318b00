import { isDay } from '../../../kernel/day.ts'
import { unifiedDocNumber } from '../../../kernel/doc-number.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { CitationEffect } from '../../../reader/types.ts'

/** What of a document a person corrects piece by piece. */
export type ItemKind = 'tasks' | 'citations'

/** What a document does to another, as relations keep it. */
export type Effect = CitationEffect | 'interpreted-by'

/** One piece, by its number in the order of the text, or by the key of a correction that was laid on it; or one that the reader missed. */
export type ItemAddress = { readonly number: number } | { readonly key: string } | 'new'

/** `tasks/12/due`, taken apart; without a name the piece itself is meant. */
export interface ItemField {
  readonly kind: ItemKind
  readonly address: ItemAddress
  readonly name: string
}

/** What pieces are called in sentences. */
export const ITEM_WORDS: Readonly<Record<ItemKind, string>> = { tasks: '任务', citations: '引用' }

/** The fields of a piece that can be corrected, with their names in Chinese. */
export const ITEM_FIELDS: Readonly<Record<ItemKind, Readonly<Record<string, string>>>> = {
  tasks: { requirement: '任务内容', lead: '牵头单位', responsible: '责任单位', due: '完成时限', clause: '所在条款' },
  citations: { title: '标题', docNumber: '文号', effect: '作用', document: '所指的文件', clause: '所在条款' },
}

/** What a citation does, with its word in Chinese. */
export const EFFECTS: Readonly<Record<Effect, string>> = {
  cites: '引用',
  'based-on': '依据',
  amends: '修改',
  repeals: '废止',
  issues: '印发',
  'interpreted-by': '解读',
}

const ADDRESS = /^(tasks|citations)\/(?:(new)|(?:([1-9]\d{0,5})|~([0-9a-f]{8}))(?:\/([A-Za-z]+))?)$/

/** Whether a field names a piece, also one that is written wrongly. */
export const isItemField = (field: string): boolean => /^(?:tasks|citations)(?:\/|$)/.test(field)

export function readItemField(field: string): Outcome<ItemField> {
  const [, kind, added, number, key, name = ''] = ADDRESS.exec(field) ?? []
  if (kind !== 'tasks' && kind !== 'citations')
    return refused(
      'unknown-field',
      `“${field}”不是任务或引用的写法。请写成 tasks/12/due（第 12 项任务的完成时限）或 citations/3/title 的样子，补上漏掉的一项写 tasks/new 或 citations/new；kaiming fields 列出全部写法。`,
    )
  const fields = ITEM_FIELDS[kind]
  if (name !== '' && !Object.hasOwn(fields, name))
    return refused(
      'unknown-field',
      `${ITEM_WORDS[kind]}没有“${name}”这一项。可以更正：${Object.keys(fields).join('、')}。`,
    )
  return done({ kind, name, address: added ? 'new' : key === undefined ? { number: Number(number) } : { key } })
}

/** The field under which a correction of a piece is kept: it does not depend on where the piece stands. */
export const storedField = (kind: ItemKind, key: string, name: string): string =>
  `${kind}/~${key}${name === '' ? '' : `/${name}`}`

/** The field as people write it: by the number of a task or citation where it is found, else by the key. */
export const shownField = (stored: string, item: number | null): string =>
  item === null || stored.startsWith('text/') ? stored : stored.replace(/~[0-9a-f]{8}/, String(item + 1))

/** Names of units as a list: people part them by any sign of a list. */
export const unitList = (value: string): string[] => [
  ...new Set(
    value
      .split(/[、，,；;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

const accepted = (value: string, isFit: boolean, sentence: string): Outcome<string> =>
  isFit ? done(value) : refused('unfit-value', sentence)

function fitDue(value: string): Outcome<string> {
  const due = /^(?:长期|长期坚持|long-term)$/.test(value) ? 'long-term' : value
  return accepted(
    due,
    due === '' || due === 'long-term' || isDay(due),
    `“${value}”不能作为完成时限。请写成 2024-05-01 的样子，长期任务写 long-term，没有时限写空值。`,
  )
}

function fitEffect(value: string): Outcome<string> {
  const effect = Object.entries(EFFECTS).find(([code, word]) => code === value || word === value)?.[0]
  const known = Object.entries(EFFECTS).map(([code, word]) => `${code}（${word}）`)
  return accepted(effect ?? value, effect !== undefined, `“${value}”不能作为引用的作用。可以写：${known.join('、')}。`)
}

/** As the address of a page names it (`#n-二-一`), or by its path; the document has to hold it. */
function fitClause(value: string): Outcome<string> {
  const clause = value.replace(/^#/, '')
  return accepted(clause, clause.length <= 200, '条款最多写 200 字。')
}

const FITS: Readonly<Record<string, (value: string) => Outcome<string>>> = {
  'tasks/requirement': (value) =>
    accepted(value, value !== '' && value.length <= 2000, '任务内容不能为空，最多 2000 字。'),
  'tasks/lead': (value) => accepted(unitList(value).join('、'), value.length <= 500, '单位最多写 500 字。'),
  'tasks/responsible': (value) => accepted(unitList(value).join('、'), value.length <= 500, '单位最多写 500 字。'),
  'tasks/due': fitDue,
  'citations/title': (value) => {
    const title = value.replace(/^《(.*)》$/, '$1').replace(/\s+/g, '')
    return accepted(
      title,
      title !== '' && title.length <= 300,
      '标题不能为空，最多 300 字；不是引用的，请把 citations/N 更正为空值。',
    )
  },
  'citations/docNumber': (value) => accepted(unifiedDocNumber(value), value.length <= 60, '文号最多 60 字。'),
  'citations/effect': fitEffect,
  'citations/document': (value) => accepted(value, value.length <= 80, '文件编号最多 80 字。'),
  'tasks/clause': fitClause,
  'citations/clause': fitClause,
}

/** A corrected value in the form in which it is kept; a sentence when it will not do. */
export function fitItemValue({ kind, name }: ItemField, value: string): Outcome<string> {
  if (name === '')
    return accepted(
      value,
      value === '',
      `${ITEM_WORDS[kind]}只能整项去掉（写空值）；要更正其中一项，请写 ${kind}/N/${Object.keys(ITEM_FIELDS[kind])[0]} 的样子。`,
    )
  return FITS[`${kind}/${name}`]?.(value.trim()) ?? done(value)
}
