import { foldForComparing, foldWidth } from '../kernel/han.ts'
import { articleMarks } from './article-marks.ts'
import { readContents } from './contents/contents-page.ts'
import { furnitureLines } from './furniture.ts'
import { readGazette } from './gazette.ts'
import { findHeads } from './heads.ts'
import { innerContents } from './inner-contents.ts'
import { type Line, readLines } from './lines.ts'
import { dateOf, isRecipients } from './marks.ts'
import { printStyleOf } from './print-style.ts'
import { readDocument } from './read-document.ts'
import { findSections, type Sections } from './sections.ts'
import { printedRows } from './tables/printed-rows.ts'
import { tornRows } from './tables/torn-rows.ts'
import type { ContentsEntry, Finding, LineSpan, ReadDocument, ReaderKnowledge, Reading, SourceText } from './types.ts'
import { visibleLines } from './visible.ts'

/**
 * Official text in, structure out. Pure and deterministic; the cost grows with the length of the text. Every line that
 * holds anything lies in the span of a document or in the furniture.
 */
export function readSource(source: SourceText, knowledge: ReaderKnowledge): Reading {
  const all = readLines({ ...source, lines: printedRows(visibleLines(source.lines)) })
  const ofArticle = articleMarks(all)
  const lines = ofArticle.size === 0 ? all : all.filter(({ number }) => !ofArticle.has(number))
  const contents = readContents(lines)
  const outside = contents?.lines ?? new Set<number>()
  const rest = lines.filter(({ number }) => !outside.has(number))
  const gazette = readGazette(lines, outside)
  const isGazette = contents !== null || gazette !== null
  const sections = findSections(
    rest,
    { sections: contents?.sections ?? [], entries: contents?.entries ?? [] },
    isGazette,
  )
  const furniture = furnitureLines(rest)
  const inner = innerContents(rest)
  const kept = rest.filter(
    (line) => !furniture.has(line) && !inner.has(line.number) && !sections.lines.has(line.number),
  )
  const printed = kept.slice(frontMatter(kept, outside), isGazette ? backMatter(kept) : kept.length)
  const text = tornRows(printed)
  const heads =
    text.length > 0
      ? findHeads(text, {
          kinds: knowledge.kinds,
          entries: contents?.entries ?? [],
          isGazette,
          underSection: underSections(text, sections),
        })
      : []
  const style = printStyleOf(text)
  const documents = heads.map((head, index) =>
    readDocument(
      index + 1,
      head,
      text.slice(head.start, head.body),
      text.slice(head.body, heads[index + 1]?.start ?? text.length),
      style,
      knowledge,
      // A page's data speak of one document: which of several they mean is not known.
      heads.length === 1 && !isGazette ? source.hints : {},
    ),
  )
  const first = text[heads[0]?.start ?? 0]?.number ?? 0
  const inText = new Set(printed.flatMap(({ number }) => (number >= first ? [number] : [])))
  return {
    gazette: contents || (gazette?.number ?? gazette?.totalNumber) ? gazette : null,
    contents: contents?.entries ?? [],
    documents: inSections(documents, sections, contents?.sections[0] ?? null),
    furniture: spansOf(all.filter(({ number }) => !inText.has(number)).map(({ number }) => number)),
    findings: [...source.findings, ...sourceFindings(source, all, documents, contents?.entries ?? [])],
  }
}

/** Cover and imprint: short lines before the contents pages. */
function frontMatter(kept: readonly Line[], contents: ReadonlySet<number>): number {
  if (contents.size === 0) return 0
  const [first = 0] = contents
  return Math.max(
    0,
    kept.findIndex(({ number }) => number > first),
  )
}

const IMPRINT =
  /^(?:《?\p{Script=Han}{2,20}(?:公报|政报)》?)?(?:编辑委员会|编委会|编辑部)|^(?:免费)?(?:主管|主办|承办|编辑|编印|编审|出版|印刷|印数|准印|发行|刊号|赠阅|定价|内部资料)|^本期(?:责任)?编辑[::]/u
const OF_IMPRINT =
  /^(?:主任|副主任|委员|主编|副主编|执行主编|责任编辑|编委|校对|地址|邮编|邮政编码|电话|传真|网址|电子邮箱|邮箱|封面|成员)/
/** Where the house stands, behind its name on one line. */
const LABELLED = /^(?:地址|邮编|邮政编码|电话|传真|网址|电子邮箱|邮箱)[::]/
const LONGEST_IMPRINT = 30

/** Index after the last line of the documents: the imprint that ends an issue has labelled lines alone. */
function backMatter(kept: readonly Line[]): number {
  const last = indexOfYear(kept)
  let end = last
  let labels = 0
  for (let at = last - 1; at >= Math.max(1, last - LONGEST_IMPRINT); at--) {
    const { bare, key, isRow } = kept[at] as Line
    if (isRow || bare.length > 60) break
    if (IMPRINT.test(bare)) {
      // 印　刷：… is one label, set apart.
      labels += Math.max(1, key.split(/\s+/).filter((part) => IMPRINT.test(part) || LABELLED.test(part)).length)
      end = at
    } else if (labels > 0 && LABELLED.test(bare)) {
      labels++
      end = at
    } else if (!OF_IMPRINT.test(bare)) break
  }
  return labels >= 2 ? end : last
}

/** 2018年《…公报》总目录, 索引: the last issue of a year lists what all of them printed. */
const INDEX_OF_YEAR = /^(?:(?:19|20)\d{2}年?)?.{0,30}(?:总目录|总索引|目录索引)$|^索引$/
/** Lines of an index that name documents of the year at least. */
const FEWEST_IN_INDEX = 3
const NAMES_DOCUMENT = /(?:号[)）]|[知定见复告函报令])/

/** Where the index of the year begins that ends an issue; nobody is addressed in it and nobody signs. */
function indexOfYear(kept: readonly Line[]): number {
  const at = kept.findLastIndex(({ bare }) => bare.length <= 40 && INDEX_OF_YEAR.test(bare))
  if (at <= 0) return kept.length
  const behind = kept.slice(at + 1)
  const isIndex =
    behind.filter(({ bare }) => NAMES_DOCUMENT.test(bare)).length >= FEWEST_IN_INDEX &&
    !behind.some((line) => line.isRow || isRecipients(line) || dateOf(line) !== null)
  return isIndex ? at : kept.length
}

/** Numbers of the lines that stand first under the heading of a section. */
function underSections(text: readonly Line[], sections: Sections): Set<number> {
  const found = new Set<number>()
  if (sections.lines.size === 0) return found
  let last: string | null = null
  for (const { number } of text) {
    const section = sections.at(number)
    if (section !== last) found.add(number)
    last = section
  }
  return found
}

/**
 * A document that the contents do not place stands under the heading above it, else in the section of the one before;
 * before any, in the one that the contents name first.
 */
function inSections(documents: readonly ReadDocument[], sections: Sections, first: string | null): ReadDocument[] {
  let last = first
  return documents.map((document) => {
    last = document.section ?? sections.at(document.lines.from) ?? last
    return { ...document, section: last }
  })
}

function spansOf(numbers: readonly number[]): LineSpan[] {
  const spans: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && number <= last.to + 1) last.to = number
    else spans.push({ from: number, to: number })
  }
  return spans
}

function sourceFindings(
  source: SourceText,
  lines: readonly Line[],
  documents: readonly ReadDocument[],
  entries: readonly ContentsEntry[],
): Finding[] {
  const findings: Finding[] = []
  if (lines.length === 0) findings.push({ code: 'no-text', severity: 'error', message: '文件里没有文字。', line: null })
  const titles = new Set(documents.map(({ title }) => foldForComparing(title)))
  const numbers = new Set(documents.map(({ docNumber }) => docNumber))
  for (const entry of entries) {
    if ((entry.docNumber && numbers.has(entry.docNumber)) || titles.has(foldForComparing(entry.title))) continue
    if (INDEX_OF_YEAR.test(foldWidth(entry.title))) continue
    findings.push({
      code: 'contents-without-document',
      severity: 'warning',
      message: `目录列有“${entry.title}”，正文里没有找到。`,
      line: entry.line,
    })
  }
  if (source.lines.some(({ text }) => text.includes('\ufffd'))) {
    const line = source.lines.find(({ text }) => text.includes('\ufffd'))?.number ?? null
    findings.push({
      code: 'unreadable-characters',
      severity: 'warning',
      message: '有读不出的字符（显示为 �），原文可能缺字。',
      line,
    })
  }
  return findings
}
