import { foldWidth, readNumeral, withoutSpaces } from '../../kernel/han.ts'
import { type ColumnRole, roleOf } from '../tables/columns.ts'
import type { Finding, ReadElement, ReadTable, ReadTask } from '../types.ts'
import { ClauseFinder, type ClauseText } from './clause-finder.ts'
import { readDue } from './due.ts'
import { splitUnits } from './split-units.ts'

/** Columns of a task table by what they hold. */
interface TaskColumns {
  readonly no: number
  readonly requirement: number
  readonly groups: readonly number[]
  readonly lead: number
  readonly responsible: readonly number[]
  readonly due: number
}

/** The requirement is the last column of text before the units; what stands before it groups. */
function columnsOf(roles: readonly ColumnRole[]): TaskColumns {
  const all = (role: ColumnRole) => roles.flatMap((found, index) => (found === role ? [index] : []))
  const units = [...all('lead'), ...all('responsible')]
  const firstUnit = Math.min(...units)
  const texts = roles.flatMap((role, index) => (index < firstUnit && role !== 'no' && role !== 'due' ? [index] : []))
  const requirement = texts.at(-1) ?? roles.findIndex((role) => role === 'requirement' || role === 'group')
  return {
    no: roles.indexOf('no'),
    requirement,
    groups: texts.filter((index) => index !== requirement),
    lead: roles.indexOf('lead'),
    responsible: all('responsible'),
    due: roles.indexOf('due'),
  }
}

const LABELLED = /^\s?([(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、)\s?([^\s。;:]{2,40})\s+(?=\S)/

/** A group heading printed inside the requirement cell (（十一）优化网站功能 持续做好…) belongs to the path. */
function splitHeading(text: string): { heading: string | null; requirement: string } {
  const found = LABELLED.exec(foldWidth(text))
  if (!found) return { heading: null, requirement: text }
  return { heading: text.slice(0, found[0].length).trim(), requirement: text.slice(found[0].length).trim() }
}

const isLevelOne = (label: string): boolean => /^[一二三四五六七八九十]{1,3}、/.test(label)

/** The tasks of a task table: one a row that holds a requirement. */
export function readTableTasks(
  table: ReadTable,
  tableIndex: number,
  clauses: readonly ClauseText[],
  year: number | null,
): { tasks: ReadTask[]; findings: Finding[] } {
  if (table.kind !== 'tasks') return { tasks: [], findings: [] }
  const columns = columnsOf(table.columns.map(roleOf))
  const finder = new ClauseFinder(clauses)
  const wording = printedHeadings(table, columns)
  const tasks: ReadTask[] = []
  const findings: Finding[] = []
  let carried: string[] = []
  for (const [index, row] of table.rows.entries()) {
    const lines = table.rowLines[index] ?? table.lines
    const cell = (column: number): string => (column >= 0 ? (row[column] ?? '') : '')
    carried = carryDown(carried, columns.groups.map(cell))
    const { heading, requirement } = splitHeading(cell(columns.requirement))
    if (heading)
      carried =
        columns.groups.length > 1 || !isLevelOne(heading)
          ? [...carried.slice(0, Math.max(0, columns.groups.length - 1)), heading]
          : [heading]
    if (requirement === '') continue
    const clause = finder.find(requirement)
    const lead = splitUnits(cell(columns.lead))
    const responsible = [...lead, ...columns.responsible.flatMap((column) => splitUnits(cell(column)))]
    if (responsible.length === 0)
      findings.push({
        code: 'task-without-unit',
        severity: 'warning',
        message: '这项任务没有责任单位。',
        line: lines.from,
      })
    const printed = bandPath(table, index).concat(carried.filter((label) => label !== ''))
    const number = readNumeral(withoutSpaces(cell(columns.no)).replace(/\.$/, ''))
    tasks.push({
      no: columns.no >= 0 ? number : null,
      path: truePath(printed, clause, finder, wording),
      requirement: withoutSpaces(requirement),
      lead,
      responsible,
      due: columns.due >= 0 ? readDue(cell(columns.due), year) : null,
      dueText: cell(columns.due) || null,
      source: 'table',
      table: tableIndex,
      clausePath: clause?.path ?? null,
      part: table.part,
      lines,
    })
  }
  return { tasks, findings }
}

/** Merged group cells are printed once; a new outer group ends the inner ones. */
function carryDown(carried: readonly string[], printed: readonly string[]): string[] {
  const next = [...carried]
  for (const [depth, label] of printed.entries()) {
    if (label === '') continue
    next[depth] = withoutSpaces(label)
    for (let inner = depth + 1; inner < Math.max(next.length, printed.length); inner++)
      if (printed[inner] === '') next[inner] = ''
  }
  return next.length > 0 ? next.map((label) => label ?? '') : printed.map(withoutSpaces)
}

const bandPath = (table: ReadTable, row: number): string[] => {
  const band = table.bands.filter(({ beforeRow }) => beforeRow <= row).at(-1)
  return band ? [band.text] : []
}

const LABEL = /^([(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、)/

const labelOf = (heading: string): string | null => LABEL.exec(withoutSpaces(foldWidth(heading)))?.[1] ?? null

/** The headings that a table prints, by their label, in the table's own words. */
function printedHeadings(table: ReadTable, columns: TaskColumns): Map<string, string> {
  const headings = new Map<string, string>()
  for (const row of table.rows) {
    for (const column of [...columns.groups, columns.requirement]) {
      const cell = row[column] ?? ''
      const heading = column === columns.requirement ? splitHeading(cell).heading : cell
      const label = heading && labelOf(heading)
      if (heading && label && !headings.has(label)) headings.set(label, withoutSpaces(heading))
    }
  }
  return headings
}

/**
 * The group headings that truly apply: those of the clause that holds the sentence, in the table's own words where the
 * table prints that heading. Without such a clause, or without labels to compare, the printed path stands.
 */
function truePath(
  printed: readonly string[],
  clause: ClauseText | null,
  finder: ClauseFinder,
  wording: ReadonlyMap<string, string>,
): string[] {
  const words = printed.map(withoutSpaces)
  const inner = labelOf(words.at(-1) ?? '')
  if (!clause || !inner || inner === labelOf(clause.label)) return words
  const isSameKind = inner.startsWith('(') === foldWidth(clause.label).startsWith('(')
  return isSameKind ? finder.headings(clause).map((heading) => wording.get(labelOf(heading) ?? '') ?? heading) : words
}

const UNITS_IN_PROSE =
  /[(]\s?((?:牵头|责任|主办|落实|承办)(?:单位|部门|领导)[::][^()]*(?:[(][^()]*[)][^()]*)*)[)]\s?。?$/
const LABELS =
  /(牵头(?:单位|部门)|主办(?:单位|部门)|责任(?:单位|部门)|落实(?:单位|部门)|承办(?:单位|部门)|配合(?:单位|部门)|协办(?:单位|部门)|完成时[间限]|时限要求?|时间节点)[::]/g

/** Tasks that prose sets: clauses and paragraphs that end in （责任单位：…）. */
export function readProseTasks(elements: readonly ReadElement[], year: number | null): ReadTask[] {
  const tasks: ReadTask[] = []
  const headings = new Map<string, string>()
  for (const element of elements) {
    if (element.kind !== 'clause' && element.kind !== 'paragraph') continue
    if (element.kind === 'clause' && element.heading) headings.set(element.path, `${element.label}${element.heading}`)
    const key = foldWidth(element.text)
    const found = key.length < 20_000 ? UNITS_IN_PROSE.exec(key.slice(-1500)) : null
    if (!found?.[1]) continue
    const fields = fieldsOf(element.text.slice(element.text.length - found[0].length))
    const lead = splitUnits(fields.lead)
    const outer = element.path.split('/').slice(0, element.kind === 'clause' ? -1 : undefined)
    tasks.push({
      no: null,
      path: outer.flatMap((_, depth) => headings.get(outer.slice(0, depth + 1).join('/')) ?? []),
      requirement: withoutSpaces(element.text.slice(0, element.text.length - found[0].length)),
      lead,
      responsible: [...lead, ...splitUnits(fields.responsible)],
      due: readDue(fields.due, year),
      dueText: fields.due || null,
      source: 'prose',
      table: null,
      clausePath: element.path || null,
      part: element.part,
      lines: element.lines,
    })
  }
  return tasks
}

function fieldsOf(text: string): { lead: string; responsible: string; due: string } {
  const folded = foldWidth(text)
  const marks = [...folded.matchAll(LABELS)]
  const fields = { lead: '', responsible: '', due: '' }
  for (const [index, mark] of marks.entries()) {
    const from = mark.index + mark[0].length
    const value = text
      .slice(from, marks[index + 1]?.index ?? text.length)
      .replace(/[；;，,。)）\s]+$/, (end) =>
        /[)）]/.test(end) && /[(（][^)）]*$/.test(text.slice(from)) ? end.slice(0, 1) : '',
      )
    const label = mark[1] ?? ''
    if (/^(?:牵头|主办)/.test(label)) fields.lead += fields.lead ? `、${value}` : value
    else if (/时/.test(label)) fields.due = value
    else fields.responsible += fields.responsible ? `、${value}` : value
  }
  return fields
}
