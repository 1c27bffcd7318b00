import { dateIn } from '../kernel/chinese-date.ts'
import type { Day } from '../kernel/day.ts'
import { isNote } from './end-matter.ts'
import type { Line } from './lines.ts'
import { dateOf, isAdoption, isAttachmentLabel, isOrganName, isSignedByHead, signedOnOneLine } from './marks.ts'

/** Who signed a document and when, and the lines that say so. */
export interface Signature {
  /** Index of the line that holds the date, -1 when the document has none. */
  readonly at: number
  readonly day: Day | null
  /** Organs that sign, without marks of their seal. */
  readonly organs: readonly string[]
  /** Lines that are names: printed as signature. */
  readonly lines: readonly Line[]
  readonly dateLine: Line | null
}

/** Most names over a date. */
const MOST_SIGNERS = 20

/** The date under the signature: the first date with a name above it, else the first that is a line by itself. */
export function signatureOf(lines: readonly Line[]): Signature {
  let fallback = -1
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const together = signedOnOneLine(line)
    if (together)
      return { at, day: dateIn(together.date), organs: [plainName(together.signer)], lines: [line], dateLine: null }
    if (dateOf(line) === null) continue
    const before = lines[at - 1]
    if (before && (isOrganName(before) || isSignedByHead(before))) return signedAt(lines, at)
    if (fallback < 0 && at > 0) fallback = at
  }
  if (fallback >= 0) return signedAt(lines, fallback)
  return underTitle(lines) ?? { at: -1, day: adoptedOn(lines), organs: [], lines: [], dateLine: null }
}

/** 明溪区统计局 and （2024年3月12日） under the title, as communiqués print who issues them and when. */
function underTitle([first, second]: readonly Line[]): Signature | null {
  if (!first || !second || !isOrganName(first) || !DAY_IN_BRACKETS.test(second.bare)) return null
  const day = dateIn(second.bare)
  return day === null ? null : { at: -1, day, organs: [plainName(first.text)], lines: [first], dateLine: second }
}

const DAY_IN_BRACKETS = /^\([^()]{8,12}日\)$/

function signedAt(lines: readonly Line[], at: number): Signature {
  const found: Line[] = []
  for (let index = at - 1; index >= 0 && found.length < MOST_SIGNERS; index--) {
    const line = lines[index] as Line
    if (!isOrganName(line) && !isSignedByHead(line)) break
    found.unshift(line)
  }
  const dateLine = lines[at] as Line
  const below = lines[at + 1]
  // Some sign under the date: the organ then is the last of the text.
  if (found.length === 0 && below && isOrganName(below) && endsText(lines[at + 2])) found.push(below)
  const organs = found.filter((line) => isOrganName(line)).map(({ text }) => plainName(text))
  return { at, day: dateOf(dateLine), organs, lines: found, dateLine }
}

const endsText = (line: Line | undefined): boolean => line === undefined || isNote(line) || isAttachmentLabel(line)

const plainName = (text: string): string =>
  text.replace(/\s+/g, '').replace(/[(（](?:代章?|盖章|印章?|公章|章)[)）]$/, '')

/** A note in brackets that the width of the page cut. */
function overTwoLines([first, second]: readonly Line[]): { readonly bare: string }[] {
  const isCut = first !== undefined && /^\([^)]*$/.test(first.bare)
  return isCut && second ? [{ bare: first.bare + second.bare }] : []
}

/** （2023年4月26日…会议通过）under the title of what an assembly decided; （2023年4月12日）under that of what nobody signs below. */
function adoptedOn(lines: readonly Line[]): Day | null {
  const [first] = lines
  if (first && (dateOf(first) || DAY_IN_BRACKETS.test(first.bare))) return dateIn(first.bare)
  const note = [...lines.slice(0, 3), ...overTwoLines(lines)].find(({ bare }) =>
    /^\(.*(?:通过|批准|修订|修正|公布|发布).{0,6}\)$/.test(bare),
  )
  if (note) return dateIn(note.bare)
  return first && isAdoption(first) ? dateIn(first.bare) : null
}
