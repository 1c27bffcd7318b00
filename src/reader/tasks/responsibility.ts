import { foldWidth } from '../../kernel/han.ts'
import { readDue } from './due.ts'
import { splitUnits } from './split-units.ts'

/** Who answers for something and until when, as printed. */
export interface Responsibility {
  /** Units that lead. */
  readonly lead: readonly string[]
  /** All units in order, the leading ones first. */
  readonly responsible: readonly string[]
  /** The words of the time limit, '' when none is printed. */
  readonly due: string
}

const UNIT = '(?:单位|部门|主体|科室|处室|机构)'
/** 牵头单位：, 配合部门：, 完成时限：; words that are no unit (责任领导, 目标) end the field before them. */
export const FIELD_LABELS = `(?:总?牵头|主办|主责|责任|落实|承办|负责|实施|配合|协办|参加|参与|协同)${UNIT}|(?:牵头|责任|分管|联系)(?:领导|人)|(?:完成|办结|落实|推进|整改)(?:时限|时间|期限|日期)|时限要求?|时间节点|进度安排|(?:牵头|配合)(?=[:])|(?:工作|任务)?目标(?:位置)?|备注`
const LABEL = new RegExp(`(${FIELD_LABELS})[:]`, 'g')

/** One by one: pushed as arguments, the names of a text of a million characters are more than the stack takes. */
function addAll(to: string[], names: readonly string[]): void {
  for (const name of names) to.push(name)
}

const union = (lead: readonly string[], others: readonly string[]): string[] => [...new Set([...lead, ...others])]

/** Reads labelled fields: 牵头单位：区民政局；配合单位：区财政局；完成时限：6月底前. Null when the text has no label. */
export function readLabelled(text: string): Responsibility | null {
  if (!/[:：]/.test(text)) return null
  const key = foldWidth(text)
  const marks = [...key.matchAll(LABEL)]
  if (marks.length === 0) return null
  const first = marks[0]?.index ?? 0
  const lead: string[] = []
  const responsible = first > 0 ? splitUnits(text.slice(0, first)) : []
  let due = ''
  for (const [index, mark] of marks.entries()) {
    const value = withoutEnd(text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length))
    const label = mark[1] ?? ''
    if (/时|进度/.test(label)) due ||= value
    else if (/领导|人$|目标|备注/.test(label)) continue
    else if (/^(?:总?牵头|主)/.test(label)) addAll(lead, splitUnits(value))
    else {
      const verbal = /牵头|配合/.test(value) ? readVerbal(value) : null
      addAll(lead, verbal?.lead ?? [])
      addAll(responsible, verbal?.responsible ?? splitUnits(value))
    }
  }
  // A time limit without a label stands among the units: （责任单位：区人社局；6月底前）
  const isTime = (name: string) => name.length < 30 && DEADLINE.test(name) && readDue(name, 2000) !== null
  due ||= responsible.find(isTime) ?? ''
  return {
    lead: union(lead, []),
    responsible: union(
      lead,
      responsible.filter((name) => !isTime(name)),
    ),
    due,
  }
}

const withoutEnd = (value: string): string => value.replace(/[；;，,。、\s]+$/, '').trim()

const VERB = /(?:牵头(?:负责|落实|办理)?|负责(?:落实|牵头)?|配合(?:落实)?|协助|协同|参与|参加|落实|承办)$/
const DEADLINE = /(?:前|底|年|月|日|季度|长期|持续).{0,4}(?:完成|推进|坚持|落实)?$/

/** Reads 区民政局牵头，区财政局、各镇配合，6月底前完成. Null when no unit is followed by what it does. */
export function readVerbal(text: string): Responsibility | null {
  const segments = text.split(/[，,；;]/)
  const lead: string[] = []
  const responsible: string[] = []
  let due = ''
  let waiting: string[] = []
  let found = false
  for (const segment of segments) {
    const key = foldWidth(segment)
      .trim()
      .replace(/[。.]$/, '')
    const verb = VERB.exec(key)
    if (verb) {
      const units = [...waiting, ...splitUnits(segment.trim().slice(0, verb.index))]
      if (units.length > 0) found = true
      addAll(verb[0].startsWith('牵头') ? lead : responsible, units)
      waiting = []
    } else if (due === '' && DEADLINE.test(key) && /\d|[一二三四上下]|长期|持续|年底/.test(key)) due = segment.trim()
    else addAll(waiting, splitUnits(segment))
  }
  if (!found) return null
  return { lead: union(lead, []), responsible: union(lead, [...responsible, ...waiting]), due }
}

const MARKED = /([^、，,;；()（）\s]{2,40})[（(](?:牵头|主办|主责)(?:单位|部门)?[)）]/g

/** Who answers, from a cell of a task table: labelled, with verbs, or plainly the names, （牵头） behind those that lead. */
export function readResponsibleCell(cell: string): Responsibility {
  const labelled = cell.length < 4000 ? readLabelled(cell) : null
  if (labelled) return labelled
  const verbal = cell.length < 1000 && /牵头|配合/.test(cell) ? readVerbal(cell) : null
  if (verbal) return verbal
  const lead = /[（(](?:牵头|主)/.test(cell) ? [...cell.matchAll(MARKED)].map((found) => found[1] ?? '') : []
  return { lead, responsible: splitUnits(cell), due: '' }
}
