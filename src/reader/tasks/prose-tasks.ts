import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import { NO_DECIMAL } from '../marks.ts'
import type { ReadElement, ReadTask } from '../types.ts'
import { readDue } from './due.ts'
import { FIELD_LABELS, type Responsibility, readLabelled, readVerbal } from './responsibility.ts'

/** One mention of who answers for what, in the text of a paragraph. */
interface Mention {
  readonly from: number
  readonly to: number
  readonly who: Responsibility
}

/** A bracket around units is no longer than this. */
const LONGEST_MENTION = 1500
const OPENS = new RegExp(`[(〔【[](?:[^():。]{0,4})(?:${FIELD_LABELS})[:]`, 'g')
const OPENS_VERBAL =
  /[(〔[](?=[^()〔〕[\]:。]{3,400}(?:牵头|负责|配合|参与|参加)(?:落实)?(?:[,;][^()〔〕[\]:。]{2,20})?[)〕\]])/g
const STARTS = new RegExp(`^(?:${FIELD_LABELS})[:]`)
const ENDS = new RegExp(`[。;!](?=\\s?(?:${FIELD_LABELS})[:])`, 'g')
const UNIT =
  /(?:局|办|委|部|处|厅|镇|乡|街道|中心|政府|公司|办公室|法院|院|会|社区|单位|部门|集团|办事处|[支分银]行|[总支大]队|海关|(?:开发|高新|新|示范|合作|园|管理)区|各[^、]{0,10}[省市州县区旗]|[)])$/

type Prose = Extract<ReadElement, { kind: 'clause' | 'paragraph' }>

const isProse = (element: ReadElement): element is Prose => element.kind === 'clause' || element.kind === 'paragraph'

/** What cannot stand inside a bracket of units: a new sentence, or the label of the next clause. */
const NEXT_CLAUSE = /^\s?(?:\d{1,3}[.、]\s?\D|[(][\d一二三四五六七八九十]{1,4}[)])/

/** The sign that closes the bracket opened at `from`, also where an inner one was left open; else where the text goes on. */
function closing(key: string, from: number): number {
  let depth = 0
  const end = Math.min(key.length, from + LONGEST_MENTION)
  for (let at = from; at < end; at++) {
    const sign = key[at] as string
    if ('(〔【['.includes(sign)) {
      if (at > from && NEXT_CLAUSE.test(key.slice(at, at + 10))) return at
      depth++
    } else if (')〕】]'.includes(sign)) {
      depth--
      if (depth === 0 || NEXT_CLAUSE.test(key.slice(at + 1, at + 10))) return at
    } else if (
      sign === '。' &&
      !STARTS.test(key.slice(at + 1, at + 12)) &&
      !/^[)〕】\]]/.test(key.slice(at + 1, at + 2))
    )
      return at
  }
  return end
}

const namesUnits = ({ responsible }: Responsibility): boolean =>
  responsible.length > 0 && responsible.every((unit) => unit.length <= 40)

/** Most paragraphs name nobody: they are not looked at closer. */
const MAY_MENTION =
  /(?:单位|部门|主体|科室|处室|机构|领导|人|牵头|配合)\s?[：:]|(?:牵头|负责|配合|参与|参加)[^（()）]{0,24}[)）〕\]］]|(?:负责|参与|参加|牵头|配合)落实/

/** All mentions in a paragraph, in order: in brackets, or as a last sentence. */
function mentionsIn(text: string): Mention[] {
  if (!MAY_MENTION.test(text)) return []
  const key = foldWidth(text)
  const mentions: Mention[] = []
  let free = 0
  for (const { index } of key.matchAll(OPENS)) {
    if (index < free) continue
    const end = closing(key, index)
    const who = readLabelled(text.slice(index + 1, end))
    free = end
    if (who && who.responsible.length > 0) mentions.push({ from: index, to: end + 1, who })
  }
  if (mentions.length === 0 && /[)〕\]]/.test(key)) mentions.push(...verbalMentions(key, text))
  return mentions.length > 0 ? mentions : sentenceMentions(key, text)
}

/** Sentences of nothing but fields: 牵头单位：区水务局。责任单位：各镇。完成时限：6月底前。 In texts without line breaks many. */
function sentenceMentions(key: string, text: string): Mention[] {
  const mentions: Mention[] = []
  let free = 0
  for (const { index } of key.matchAll(ENDS)) {
    if (index < free) continue
    const to = endOfFields(key, index + 1)
    const who = readLabelled(text.slice(index + 1, to))
    free = to
    if (who && who.responsible.length > 0) mentions.push({ from: index + 1, to, who })
  }
  return mentions
}

/** Where fields end: with the first full stop that no other field follows. */
function endOfFields(key: string, from: number): number {
  const last = Math.min(key.length, from + LONGEST_MENTION)
  for (let at = key.indexOf('。', from); at >= 0 && at < last; at = key.indexOf('。', at + 1))
    if (!STARTS.test(key.slice(at + 1, at + 12).trimStart())) return at + 1
  return last
}

/** （区民政局牵头，区财政局配合）, （区商务局负责）: only where every name ends as those of units do. */
function verbalMentions(key: string, text: string): Mention[] {
  const mentions: Mention[] = []
  for (const { index } of key.matchAll(OPENS_VERBAL)) {
    const end = closing(key, index)
    const who = readVerbal(text.slice(index + 1, end))
    if (who && namesUnits(who) && who.responsible.every((unit) => UNIT.test(foldWidth(unit))))
      mentions.push({ from: index, to: end + 1, who })
  }
  return mentions
}

const NEXT_LABEL = new RegExp(`^(?:[(][\\d一二三四五六七八九十]{1,3}[)]|\\d{1,3}[.、]${NO_DECIMAL}|[①-⑳])`)

/** What a mention belongs to: the text since the one before, without label and stray signs. */
function requirementOf(text: string): string {
  const bare = withoutSpaces(text).replace(/^[。；;,，、)）〕】\]］]+/, '')
  return bare.replace(NEXT_LABEL, '').replace(/^（[\d一二三四五六七八九十]{1,3}）/, '')
}

/** The headings above an element, from the clauses read so far. */
class Headings {
  readonly #known = new Map<string, string>()

  /** Keeps the heading of a clause, and gives those above the element. */
  above(element: Prose): string[] {
    if (element.kind === 'clause' && element.heading)
      this.#known.set(element.path, `${element.label}${element.heading}`)
    const steps = element.path === '' ? [] : element.path.split('/')
    const outer = element.kind === 'clause' ? steps.slice(0, -1) : steps
    return outer.flatMap((_, depth) => this.#known.get(outer.slice(0, depth + 1).join('/')) ?? [])
  }
}

/** What stands before the fields printed on lines of their own. */
interface Waiting {
  text: string
  readonly path: string[]
  readonly element: Prose
  /** Fields on lines beneath (牵头单位：…, 完成时限：…), joined. */
  fields: string
  to: number
}

/** See readProseTasks. */
export function proseTasks(elements: readonly ReadElement[], year: number | null): ReadTask[] {
  const tasks: ReadTask[] = []
  const headings = new Headings()
  let waiting: Waiting | null = null
  const add = (requirement: string, who: Responsibility, path: string[], element: Prose, to: number) => {
    if (requirement === '') return
    tasks.push({
      no: null,
      path,
      requirement,
      lead: who.lead,
      responsible: who.responsible,
      due: readDue(who.due, year),
      dueText: who.due || null,
      source: 'prose',
      table: null,
      clausePath: element.path || null,
      part: element.part,
      lines: { from: element.lines.from, to },
    })
  }
  const close = () => {
    const who = waiting && waiting.fields !== '' ? readLabelled(waiting.fields) : null
    if (waiting && who && who.responsible.length > 0)
      add(requirementOf(waiting.text), who, waiting.path, waiting.element, waiting.to)
    waiting = null
  }
  for (const element of elements) {
    if (!isProse(element)) {
      if (element.kind === 'table') close()
      continue
    }
    const path = headings.above(element)
    const { text } = element
    if (waiting && element.kind === 'paragraph' && STARTS.test(foldWidth(text.slice(0, 20)))) {
      const { fields }: Waiting = waiting
      waiting = { ...(waiting as Waiting), fields: fields === '' ? text : `${fields}；${text}`, to: element.lines.to }
      continue
    }
    const before: Waiting | null = waiting
    const mentions = mentionsIn(text)
    if (mentions.length === 0) {
      close()
      waiting = { text, path, element, fields: '', to: element.lines.to }
      continue
    }
    close()
    let from = 0
    for (const mention of mentions) {
      const own = requirementOf(text.slice(from, mention.from))
      from = mention.to
      // A bracket on a line of its own belongs to the paragraph before.
      if (own !== '') add(own, mention.who, path, element, element.lines.to)
      else if (before && (before as Waiting).fields === '')
        add(
          requirementOf((before as Waiting).text),
          mention.who,
          (before as Waiting).path,
          (before as Waiting).element,
          element.lines.to,
        )
    }
  }
  close()
  return tasks
}
