import { foldForComparing, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { bareAttachmentLabel, dateOf, isOrganName, isSignedByHead, NO_DECIMAL, signedOnOneLine } from './marks.ts'
import { isTitlePiece } from './titles.ts'

/** The list of attachments in the text: 附件：1.… 2.… */
export interface AttachmentList {
  readonly titles: readonly { readonly label: string; readonly title: string }[]
  readonly lines: readonly Line[]
}

const LABEL = /^附\s?(?:件|表)?\s?(\d{1,2}|[一二三四五六七八九十]{1,2})?\s?[::.、]\s?(?=\S)/
const BARE_LABEL = /^附件?[::]$/
const ITEM = new RegExp(`^\\d{1,2}\\s?[.、]${NO_DECIMAL}`)
const LONGEST_ITEM = 90

/** Lines that end a list of attachments. */
const isSigned = (line: Line): boolean =>
  isOrganName(line) || isSignedByHead(line) || dateOf(line) !== null || signedOnOneLine(line) !== null

/** Finds the lists of attachments. A line that is itself the heading of an attachment is none. */
export function listedAttachments(lines: readonly Line[], dateAt: number): AttachmentList {
  const titles: { label: string; title: string }[] = []
  const found: Line[] = []
  let known: Later | null = null
  /** Most documents have no list, and need to know nothing of what comes later. */
  const later = (): Later => {
    known ??= laterHeadings(lines)
    return known
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (!line.bare.startsWith('附')) continue
    const label = LABEL.exec(line.key)
    const isBare = BARE_LABEL.test(line.bare) && ITEM.test(lines[at + 1]?.key ?? '') && at < dateAt
    if (!isBare && !(label && isList(lines, at, dateAt, later, line.key.slice(label[0].length)))) continue
    found.push(line)
    const texts = label ? [line.text.slice(label[0].length)] : []
    while (at + 1 < lines.length && goesOn(lines, at, texts.at(-1) ?? '')) {
      const next = lines[++at] as Line
      found.push(next)
      texts.push(next.text)
    }
    const items = splitList(texts)
    for (const [index, text] of items.entries())
      titles.push({ label: labelOf(label?.[1], index, items.length, isNumbered(texts)), title: cleanTitle(text) })
  }
  return { titles, lines: found }
}

const isNumbered = (texts: readonly string[]): boolean => /^\s*1\s?[.、．]/.test(texts[0] ?? '')

const labelOf = (printed: string | undefined, index: number, count: number, numbered: boolean): string =>
  printed !== undefined ? `附件${printed}` : count > 1 || numbered ? `附件${index + 1}` : '附件'

const cleanTitle = (text: string): string => withoutSpaces(text).replace(/[;；。,，]$/, '')

/** Whether the next line is a further item of the list, or carries on the item before. */
function goesOn(lines: readonly Line[], at: number, last: string): boolean {
  const next = lines[at + 1] as Line
  if (next.bare === '' || next.key.length > LONGEST_ITEM || isSigned(next)) return false
  if (ITEM.test(next.key)) return true
  if (!isTitlePiece(next) || /[。；;]$/.test(last)) return false
  const after = lines[at + 2]
  const isLast = after === undefined || isSigned(after) || ITEM.test(after.key) || bareAttachmentLabel(after) !== null
  return next.isIndented || (isLast && last.length >= 12 && next.bare.length <= last.length)
}

/** Splits 1.甲 2.乙 on one line as well as on several. */
const splitList = (texts: readonly string[]): string[] =>
  texts
    .join('\n')
    .split(/\n?\s*(?<![\d.])\d{1,2}\s?[.、．]\s*(?=\D|\d{4}年)/)
    .map((text) => text.replace(/\n/g, '').trim())
    .filter(Boolean)

/** Places of what comes later: the last label alone on a line, and the last line with each title. */
interface Later {
  readonly lastLabel: number
  readonly titles: ReadonlyMap<string, number>
}

function laterHeadings(lines: readonly Line[]): Later {
  const titles = new Map<string, number>()
  let lastLabel = -1
  for (const [at, line] of lines.entries()) {
    if (line.bare === '' || line.bare.length > 120) continue
    if (bareAttachmentLabel(line) !== null) lastLabel = at
    if (line.bare.length > 4 && !line.bare.startsWith('附')) titles.set(foldForComparing(line.bare), at)
  }
  return { lastLabel, titles }
}

/** How far under a list its signature stands. */
const NEAR = 24

/** 附件：title is a list when the signature or a heading for it comes later, or when nothing but the end follows. */
function isList(lines: readonly Line[], at: number, dateAt: number, later: () => Later, text: string): boolean {
  if (dateAt > at && dateAt <= at + NEAR) return true
  const { lastLabel, titles } = later()
  if (lastLabel > at) return true
  const title = foldForComparing(text.replace(/^1\s?[.、]/, ''))
  if ((titles.get(title) ?? -1) > at) return true
  const isAtEnd = lines.length - at <= 12 && lines.slice(at + 1).every((line) => ITEM.test(line.key))
  // Behind a signature a label with a text stands over an attachment, unless it counts several.
  return isAtEnd && (dateAt < 0 || (dateAt < at && /^1\s?[.、]/.test(text)))
}
