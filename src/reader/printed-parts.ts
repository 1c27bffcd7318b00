import { foldForComparing, readNumeral, withoutSpaces } from '../kernel/han.ts'
import type { AttachmentList } from './attachment-list.ts'
import { isNote } from './end-matter.ts'
import type { Line } from './lines.ts'
import { bareAttachmentLabel, isAttachmentLabel } from './marks.ts'
import { joinTitle } from './title-words.ts'
import { isTitlePiece } from './titles.ts'

/** An attachment or enclosure as printed: its title and its lines. */
export interface PrintedPart {
  readonly label: string
  readonly title: string
  readonly titleLines: readonly Line[]
  readonly lines: readonly Line[]
  readonly from: number
  readonly to: number
}

/** Most lines of the title of a part. */
const LONGEST_TITLE = 5

export interface AttachmentStart {
  readonly at: number
  readonly label: string
  /** Lines that are label, not title: 1 for 附件 alone, 0 where the title stands on the label's line or the label is missing. */
  readonly labelLines: number
}

const TITLED = /^附\s?(?:件|表)\s?(\d{1,3}|[一二三四五六七八九十]{1,3})?(?:\s?[::]\s?|\s+)(\S.*)$/
const labelOf = (number: string): string =>
  number === '' ? '附件' : `附件${/^\d+$/.test(number) ? Number(number) : (readNumeral(number) ?? number)}`

/** Where attachments begin: 附件 on a line of its own, 附件1：title, or a listed title that stands as a line. */
export function attachmentStarts(lines: readonly Line[], dateAt: number, listed: AttachmentList): AttachmentStart[] {
  const starts: AttachmentStart[] = []
  const inList = new Set(listed.lines)
  const titles = new Map(listed.titles.map(({ label, title }) => [foldForComparing(title), label]))
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.bare === '' || inList.has(line)) continue
    const bare = bareAttachmentLabel(line)
    if (bare !== null) {
      starts.push({ at, label: labelOf(bare), labelLines: 1 })
      continue
    }
    if (titles.size > 0 && line.bare.length < 120) {
      const key = foldForComparing(line.bare)
      const label = titles.get(key)
      const previous = starts.at(-1)
      if (label !== undefined && at > dateAt && !(previous && at - previous.at <= 2)) {
        starts.push({ at, label, labelLines: 0 })
        titles.delete(key)
        continue
      }
    }
    const number = dateAt >= 0 && at > dateAt && line.bare.length < 90 ? titledLabel(line) : null
    if (number !== null) starts.push({ at, label: labelOf(number), labelLines: 0 })
  }
  return starts
}

/** 附件2：title or 附件2 title; a sentence that begins with 附件 is none. */
function titledLabel(line: Line): string | null {
  if (!line.bare.startsWith('附') || !isAttachmentLabel(line) || /[。;]/.test(line.bare)) return null
  const found = TITLED.exec(line.key)
  return found ? (found[1] ?? '') : null
}

/** 关于印发X的通知 → X. */
export const issuedTitle = (title: string): string | null =>
  /(?:印发|公布|发布|转发|批转)《?(.{3,}?)》?(?:等.{1,12})?的(?:通知|决定|公告|通告|令|函)$/.exec(title)?.[1] ??
  /(?:印发|转发|批转)《(.{3,})》$/.exec(title)?.[1] ??
  null

/** What a notice issues, printed without a label: found by its title, or as the title that stands after the signature. */
export function enclosureStart(
  lines: readonly Line[],
  dateAt: number,
  end: number,
  title: string,
  signed: readonly Line[],
): number | null {
  const issued = issuedTitle(title)
  const wanted = issued ? foldForComparing(issued) : null
  const from = dateAt >= 0 ? dateAt + 1 : 1
  if (wanted)
    for (let at = 1; at < end; at++) if (isTitlePiece(lines[at] as Line) && startsTitle(lines, at, wanted)) return at
  // Under a date that nothing but names stands before, the text begins: who signs over it issues nothing else.
  if (dateAt < 0 || lines.slice(0, dateAt).every((line) => signed.includes(line))) return null
  for (let at = from; at < end; at++) {
    const line = lines[at] as Line
    if (!isNote(line) && !signed.includes(line)) return isTitlePiece(line) && !line.bare.endsWith(',') ? at : null
  }
  return null
}

/** How many lines from one on are a title, 0 when they are not it. */
function linesOfTitle(lines: readonly Line[], at: number, wanted: string): number {
  let joined = ''
  for (let count = 1; count <= LONGEST_TITLE && at + count <= lines.length; count++) {
    joined += foldForComparing((lines[at + count - 1] as Line).bare)
    if (joined === wanted) return count
    if (!wanted.startsWith(joined)) return 0
  }
  return 0
}

const startsTitle = (lines: readonly Line[], at: number, wanted: string): boolean => linesOfTitle(lines, at, wanted) > 0

/** Reads a part's title and text. `wanted` is its title where the notice names it. */
export function printedPart(
  label: string,
  lines: readonly Line[],
  labelLines: number,
  wanted: string | null,
  keep: (line: Line) => boolean,
): PrintedPart {
  const rest = lines.slice(labelLines)
  const [first] = rest
  const inline = labelLines === 0 && label !== '' && first ? TITLED.exec(first.key)?.[2] : undefined
  const titleLines = inline && first ? [first] : titleOfPart(rest, wanted)
  const numbers = lines.map(({ number }) => number)
  return {
    label,
    title: inline && first ? withoutSpaces(first.text.slice(-inline.length)) : joinTitle(titleLines),
    titleLines,
    lines: rest.slice(titleLines.length).filter(keep),
    from: numbers[0] ?? 0,
    to: numbers.at(-1) ?? 0,
  }
}

function titleOfPart(lines: readonly Line[], wanted: string | null): Line[] {
  const known = wanted ? linesOfTitle(lines, 0, foldForComparing(wanted)) : 0
  if (known > 0) return lines.slice(0, known)
  const found: Line[] = []
  for (const line of lines) {
    if (!isTitlePiece(line) || found.length >= LONGEST_TITLE - 1 || isFieldOfTable(line)) break
    if (found.length > 0 && endsTitle(joinTitle(found)) && !carriesTitleOn(joinTitle(found), line)) break
    found.push(line)
  }
  return found
}

const isFieldOfTable = (line: Line): boolean => /^\(?(?:单位|计量单位|制表|填报|编制)/.test(line.bare)

/** Words that end a title now and then, and carry on to another on the next line oftener: 重点任务 / 责任分解表. */
const MAY_GO_ON = /(?:任务|要求|范围|政策|情况|措施|标准|机制|职责|流程|计划|目标|工作)$/
const FORM = /^(?!表\d|附)[\p{Script=Han}\d()、]{2,20}(?:表|清单|名单|目录|台账|方案|办法|细则)(?:\([^()]*\))?$/u

const carriesTitleOn = (title: string, line: Line): boolean =>
  /^[(（]/.test(line.bare) || (MAY_GO_ON.test(title) && FORM.test(line.bare))

/** Words that end the title of an enclosure or attachment; a line after them is text. */
const endsTitle = (title: string): boolean =>
  /(?:方案|办法|细则|规定|规划|纲要|计划|要点|清单|目录|名单|分工|分解表|一览表|表|图|预案|制度|措施|意见|标准|指南|指引|条例|规则|规程|规范|章程|程序|职责|责任书|流程|机制|任务|汇总|要求|范围|政策|通知|决定|报告|说明|公告|总结|情况)$|[)）]$/.test(
    title,
  )
