import type { SourceSummary } from '../platform/ports.ts'
import type { Disclosure, Finding, LineSpan, ReadDocument, Reading } from '../reader/types.ts'

const FORMATS: Readonly<Record<SourceSummary['format'], string>> = {
  txt: '文本',
  md: 'Markdown',
  html: '网页',
  docx: 'DOCX',
  pdf: 'PDF',
  ofd: 'OFD',
  doc: '旧格式 DOC',
  wps: '旧格式 WPS',
}

const DISCLOSURES: Readonly<Record<Disclosure, string | null>> = {
  proactive: '主动公开',
  'on-application': '依申请公开',
  withheld: '不予公开',
  unstated: null,
}

const MARKS: Readonly<Record<Finding['severity'], string>> = { error: '错误', warning: '请核对', info: '提示' }
const SEVERITIES = ['error', 'warning', 'info'] as const
/** Lines that one finding names; more are counted. */
const MOST_LINES = 12
const MOST_HEADINGS = 12
const LONGEST_HEADING = 40

const shortened = (text: string): string => {
  const signs = [...text]
  return signs.length > LONGEST_HEADING ? `${signs.slice(0, LONGEST_HEADING).join('')}…` : text
}

const span = ({ from, to }: LineSpan): string => (from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`)

/** Findings as a person reads them: the gravest first, the same sentence once with all its lines. */
export function findingLines(findings: readonly Finding[]): string[] {
  const groups = new Map<string, { severity: Finding['severity']; message: string; lines: number[] }>()
  for (const { severity, message, line } of findings) {
    const key = `${severity} ${message}`
    const group = groups.get(key) ?? { severity, message, lines: [] }
    if (line !== null) group.lines.push(line)
    groups.set(key, group)
  }
  return SEVERITIES.flatMap((severity) =>
    [...groups.values()]
      .filter((group) => group.severity === severity)
      .sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
      .map(({ message, lines }) => {
        const named = lines.slice(0, MOST_LINES).join('、')
        const rest = lines.length > MOST_LINES ? ` 等 ${lines.length} 处` : ''
        return `[${MARKS[severity]}] ${lines.length > 0 ? `第 ${named} 行${rest}：` : ''}${message}`
      }),
  )
}

/** The highest headings of a document, as its outline. */
function outlineOf(document: ReadDocument): string[] {
  const clauses = document.elements.flatMap((element) => (element.kind === 'clause' ? [element] : []))
  const highest = clauses.find(({ level }) => level === 'part' || level === 'chapter' || level === 1)?.level
  return clauses
    .filter(({ level, part }) => level === highest && part.kind !== 'attachment')
    .map(({ label, heading, text }) =>
      shortened(`${label}${/[\u4e00-\u9fff]$/.test(label) ? ' ' : ''}${heading ?? text}`),
    )
}

const counted = (parts: readonly (readonly [number, string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join('，')

/** Names and values of what was found in a document, without what was not. */
function factsOf(document: ReadDocument): (readonly [string, string])[] {
  const { validity } = document
  const clauses = document.elements.filter(({ kind }) => kind === 'clause').length
  const facts: (readonly [string, string | null | undefined])[] = [
    ['栏目', document.section],
    ['文号', document.docNumber],
    ['机关', document.issuer],
    ['文种', [document.kind, DISCLOSURES[document.disclosure]].filter(Boolean).join('，')],
    [
      '日期',
      [
        document.signedOn && `${document.signedOn} 成文`,
        document.printedOn && `${document.printedOn} 印发`,
        validity.effectiveFrom && `${validity.effectiveFrom} 起施行`,
        validity.validUntil && `有效期至 ${validity.validUntil}`,
      ]
        .filter(Boolean)
        .join('，'),
    ],
    ['主送', document.recipients && shortened(document.recipients)],
    ['印发', document.enclosure],
    ...document.attachments.map(
      ({ label, title }) => ['附件', `${label.replace(/^附件/, '') || '1'}. ${title}`] as const,
    ),
    [
      '内容',
      counted([
        [clauses, '个条款'],
        [document.tables.length, '张表格'],
        [document.tasks.length, '项任务'],
        [document.citations.length, '处引用'],
        [document.appointments.length, '条任免'],
      ]),
    ],
  ]
  return facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]))
}

function describeDocument(document: ReadDocument): string[] {
  const outline = outlineOf(document)
  const rest = outline.length > MOST_HEADINGS ? [`…共 ${outline.length} 个`] : []
  return [
    '',
    `${document.order}. ${document.title}（${span(document.lines)}）`,
    ...factsOf(document).map(([name, value]) => `   ${name}  ${value}`),
    ...[...outline.slice(0, MOST_HEADINGS), ...rest].map((heading) => `         ${heading}`),
    ...document.tables.map(
      ({ title, columns, rows, lines }) =>
        `   表格  ${title ?? '（无标题）'}：${columns.length} 列 ${rows.length} 行（${span(lines)}）`,
    ),
    ...findingLines(document.findings).map((line) => `   ${line}`),
  ]
}

/** `kaiming parse` for people: what the file is, each document with its facts and outline, and what looks wrong by line. */
export function describeReading(
  name: string,
  source: SourceSummary,
  { gazette, documents, findings }: Reading,
): string {
  const isDoubtful = ({ severity }: Finding): boolean => severity !== 'info'
  const doubts = [...findings, ...documents.flatMap((document) => document.findings)].filter(isDoubtful).length
  const size = [source.pages === null ? null : `${source.pages} 页`, `${source.lines} 行`].filter(Boolean).join('、')
  const issue = gazette && [
    gazette.title ?? '政府公报',
    gazette.year === null ? null : `${gazette.year}年`,
    gazette.number === null ? null : `第${gazette.number}期`,
    gazette.totalNumber === null ? null : `（总第${gazette.totalNumber}期）`,
  ]
  const lines = [
    `${name}：${FORMATS[source.format]}，${size}；读出 ${documents.length} 份文件，${doubts > 0 ? `有 ${doubts} 处请核对` : '没有发现问题'}。`,
    ...(issue ? [`公报：${issue.filter(Boolean).join('')}`] : []),
    ...findingLines(findings),
    ...documents.flatMap(describeDocument),
  ]
  return `${lines.join('\n')}\n`
}
