import type { Line } from './lines.ts'
import {
  bareAttachmentLabel,
  dateOf,
  isContact,
  isCopies,
  isDisclosureMark,
  isOrganName,
  isPrintingNote,
  printedDateText,
} from './marks.ts'

/** What ends a document: copies and printing line, and the text without them. */
export interface EndMatter {
  readonly rest: readonly Line[]
  readonly copies: readonly Line[]
  readonly printing: readonly Line[]
}

export const isNote = (line: Line): boolean => isDisclosureMark(line) || isContact(line)

/** Takes copies and printing lines out of the lines of a document. */
export function splitEndMatter(lines: readonly Line[]): EndMatter {
  const rest: Line[] = []
  const copies: Line[] = []
  const printing: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (isCopies(line)) {
      copies.push(line)
      while (at + 1 < lines.length && carriesOnCopies(lines[at] as Line, lines[at + 1] as Line))
        copies.push(lines[++at] as Line)
    } else if (printedDateText(line) !== null) {
      const before = rest.at(-1)
      // …办公室 on a line of its own, the date and 印发 on the next.
      if (before && isOrganName(before) && /^(?:19|20)\d{2}|^[〇零○一二]/.test(line.bare) && rest.length > 1)
        printing.push(rest.pop() as Line)
      printing.push(line)
    } else if (isPrintingNote(line)) printing.push(line)
    else if (closesNote(rest.at(-1), line)) rest.push(joinedNote(rest.pop() as Line, line))
    else rest.push(line)
  }
  return { rest, copies, printing }
}

/** （联系电话：区教育局，0531- / 1234567）: a note in brackets, or a number behind its area, that the width of a column cut. */
const closesNote = (last: Line | undefined, line: Line): boolean =>
  last !== undefined &&
  line.bare.length < 60 &&
  isContact(last) &&
  ((/^\d{7,8}$/.test(line.bare) && /0\d{2,3}[)-]$/.test(last.bare)) ||
    (last.bare.startsWith('(') && !last.bare.includes(')') && /^[^()]+\)$/.test(line.bare)))

const joinedNote = (last: Line, line: Line): Line => ({
  ...last,
  text: last.text + line.text,
  key: last.key + line.key,
  bare: last.bare + line.bare,
})

const carriesOnCopies = (last: Line, line: Line): boolean =>
  !last.bare.endsWith('。') &&
  line.bare !== '' &&
  line.bare.length < 120 &&
  printedDateText(line) === null &&
  dateOf(line) === null &&
  bareAttachmentLabel(line) === null &&
  !isPrintingNote(line) &&
  !isNote(line) &&
  (!isOrganName(line) || /[,、]$/.test(last.bare))
