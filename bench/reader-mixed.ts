// How well the reader finds documents inside one another: policies of a corpus are printed one after the other as a gazette
// would, in several layouts, and read again. `npm run bench:mixed -- POLICIES.ndjson [--verbose] [--layout NAME]`.
import { readFileSync } from 'node:fs'
import { dateIn, wholeDate } from '../src/kernel/chinese-date.ts'
import { readDocNumber } from '../src/kernel/doc-number.ts'
import { foldForComparing, withoutSpaces } from '../src/kernel/han.ts'
import { DOCUMENT_KINDS } from '../src/law/national/kinds.ts'
import { readSource } from '../src/reader/read-source.ts'
import type { ReadDocument } from '../src/reader/types.ts'

interface Policy {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly docNumber: string | null
}

interface Layout {
  readonly name: string
  readonly hasContents: boolean
  readonly hasPages: boolean
  /** Characters of a printed line, 0 for whole paragraphs. */
  readonly width: number
  readonly titleWidth: number
  readonly isLetterhead: boolean
  readonly brackets: '〔〕' | '[]' | '（）' | '()'
  readonly hasPrinting: boolean
}

const LAYOUTS: readonly Layout[] = [
  ['plain', false, false, 0, 0, false, '〔〕', false],
  ['contents', true, false, 0, 24, false, '〔〕', false],
  ['pages', true, true, 0, 18, false, '〔〕', true],
  ['wrapped', true, true, 34, 20, false, '[]', false],
  ['wrapped-no-contents', false, true, 38, 22, false, '（）', false],
  ['letterhead', false, false, 0, 22, true, '〔〕', true],
  ['letterhead-wrapped', false, true, 30, 18, true, '()', true],
].map(([name, hasContents, hasPages, width, titleWidth, isLetterhead, brackets, hasPrinting]) => ({
  name,
  hasContents,
  hasPages,
  width,
  titleWidth,
  isLetterhead,
  brackets,
  hasPrinting,
})) as unknown as readonly Layout[]

/** The lines of a policy after its own letterhead, title and number. */
function bodyOf({ title, body }: Policy): string[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const wanted = foldForComparing(title)
  let at = 0
  for (let tries = 0; tries < 8 && at < lines.length; tries++) {
    const key = foldForComparing(lines[at] ?? '')
    const isHead =
      (key.length > 3 && wanted.includes(key)) ||
      key.startsWith(wanted) ||
      readDocNumber(lines[at] ?? '') !== null ||
      /文件$|^特急$/.test(key)
    if (!isHead) break
    at++
  }
  return lines.slice(at)
}

/** Cuts a text into lines of a width counted in Han characters, as paper does; 0 leaves it whole. */
function wrap(text: string, width: number): string[] {
  if (width === 0) return [text]
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const sign of text) {
    const units = sign.charCodeAt(0) < 0x2000 ? 1 : 2
    if (used + units > width * 2) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += sign
    used += units
  }
  return [...lines, line]
}

function printNumber(number: string, [open, close]: string): string {
  return number.replace('〔', open ?? '').replace('〕', close ?? '')
}

const issuerOf = (title: string): string => title.split('关于')[0] ?? ''

function printDocument(policy: Policy, layout: Layout): string[] {
  const number = policy.docNumber ? printNumber(policy.docNumber, layout.brackets) : null
  const title = wrap(policy.title, layout.titleWidth)
  const body = bodyOf(policy).flatMap((line) => wrap(`　　${line}`, layout.width))
  const day = bodyOf(policy).find((line) => wholeDate(line))
  const printing = layout.hasPrinting && day && issuerOf(policy.title) ? [`${withoutSpaces(day)}印发`] : []
  const head =
    number === null
      ? title
      : layout.isLetterhead
        ? [`${issuerOf(policy.title) || '本市人民政府'}文件`, number, ...title]
        : [...title, number]
  return [...head, ...body, ...printing]
}

function printGazette(policies: readonly Policy[], layout: Layout): string {
  const lines: string[] = ['云岭市人民政府公报', '2023年第6期（总第88期）']
  if (layout.hasContents) {
    lines.push('目  录')
    for (const [index, { title, docNumber }] of policies.entries())
      lines.push(`${title}${docNumber ? `（${docNumber}）` : ''}……（${index * 4 + 1}）`)
  }
  const text = policies.flatMap((policy) => printDocument(policy, layout))
  for (const [index, line] of text.entries()) {
    if (layout.hasPages && index % 36 === 35) lines.push(`云岭市人民政府公报　2023年第6期`, `— ${(index + 1) / 36} —`)
    lines.push(line)
  }
  return lines.join('\n')
}

const same = (one: string | null, other: string | null): boolean =>
  foldForComparing(one ?? '') === foldForComparing(other ?? '')

function usable({ id, title, body, docNumber }: Policy): boolean {
  return (
    /^(?:biz|pbc|gwy|hb|gz)-/.test(id) &&
    body.includes('\n') &&
    !/令|公告/.test(docNumber ?? '') &&
    /关于|印发/.test(title) &&
    !/[(（]?〔/.test(title) &&
    !foldForComparing(body.slice(0, 12)).startsWith('附件')
  )
}

const args = process.argv.slice(2)
const isVerbose = args.includes('--verbose')
const only = args.includes('--layout') ? args[args.indexOf('--layout') + 1] : null
const dumped = args.includes('--dump') ? args[args.indexOf('--dump') + 1] : null
const file = args.find((arg) => arg.endsWith('.ndjson'))
if (!file) {
  process.stderr.write('usage: npm run bench:mixed -- POLICIES.ndjson [--verbose] [--layout NAME]\n')
  process.exit(2)
}
const kinds = DOCUMENT_KINDS.map(({ name }) => name)
const policies = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Policy)
  .filter(usable)
  .map((policy, index): [number, Policy] => [(index * 7919) % 10_007, policy])
  .sort(([one], [other]) => one - other)
  .map(([, policy]) => policy)

/** The date under the signature as the policy prints it: the first line that is a date after a line that names an organ. */
function signedOf(policy: Policy): string | null {
  const lines = bodyOf(policy)
  const at = lines.findIndex(
    (line, index) =>
      index > 0 &&
      wholeDate(line) &&
      /(?:局|厅|委|部|行|府|室|会|院|署|公司)$/.test(withoutSpaces(lines[index - 1] ?? '')),
  )
  return at < 0 ? null : dateIn(lines[at] ?? '')
}

for (const layout of LAYOUTS.filter(({ name }) => only === null || name === only)) {
  const sum = { wanted: 0, found: 0, printed: 0, title: 0, number: 0, dates: 0, date: 0, firstLine: 0 }
  for (let from = 0; from < policies.length; from += 12) {
    const group = policies.slice(from, from + 12)
    const printed = printGazette(group, layout)
    if (dumped && group.some(({ id }) => id === dumped)) process.stdout.write(`${printed}\n`)
    const lines = printed.split('\n').map((text, index) => ({ number: index + 1, text }))
    const { documents } = readSource({ format: 'txt', lines, hints: {}, findings: [] }, { kinds, unitNames: [] })
    sum.printed += documents.length
    const left: ReadDocument[] = [...documents]
    for (const policy of group) {
      sum.wanted++
      let at = left.findIndex(({ docNumber }) => policy.docNumber && same(docNumber, policy.docNumber))
      if (at < 0) at = left.findIndex(({ title }) => same(title, policy.title))
      const document = at < 0 ? null : left.splice(at, 1)[0]
      if (!document) {
        if (isVerbose) process.stdout.write(`missing ${policy.id} ${policy.docNumber} ${policy.title}\n`)
        continue
      }
      sum.found++
      if (same(document.title, policy.title)) sum.title++
      else if (isVerbose) process.stdout.write(`title ${policy.id}: ${document.title} ≠ ${policy.title}\n`)
      if (same(document.docNumber, policy.docNumber)) sum.number++
      else if (isVerbose) process.stdout.write(`number ${policy.id}: ${document.docNumber} ≠ ${policy.docNumber}\n`)
      const signed = signedOf(policy)
      if (signed) {
        sum.dates++
        if (document.signedOn === signed) sum.date++
        else if (isVerbose) process.stdout.write(`date ${policy.id}: ${document.signedOn} ≠ ${signed}\n`)
      }
    }
    if (isVerbose)
      for (const { title, docNumber, lines } of left)
        process.stdout.write(
          `extra ${docNumber} ${title} (${group.map(({ id }) => id).join(' ')}: line ${lines.from})\n`,
        )
  }
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(4)
  process.stdout.write(
    `${layout.name.padEnd(20)} borders F1 ${share(2 * sum.found, sum.wanted + sum.printed)} (${sum.found}/${sum.wanted}, ${sum.printed} read) ` +
      `title ${share(sum.title, sum.wanted)} number ${share(sum.number, sum.wanted)} date ${share(sum.date, sum.dates)} (n=${sum.dates})\n`,
  )
}
