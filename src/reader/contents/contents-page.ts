import type { Line } from '../lines.ts'
import { isRecipients, printedDateText } from '../marks.ts'
import { numberMark } from '../number-marks.ts'
import { inColumns } from './columns.ts'
import type { ContentsPages } from './entry.ts'
import { inTable } from './in-table.ts'
import { withPagesBefore } from './pages-before.ts'
import { withPagesBehind } from './pages-behind.ts'
import { withoutPages } from './without-pages.ts'

const HEADING = /^(?:本期)?(?:目录|目次|要目)(?:CONTENTS)?$|^CONTENTS$|^[^。,;]{2,24}目录$/i
/** The contents of an issue; under any other name (危险品目录) only what lists documents. */
const NAMES_ISSUE = /^(?:本期)?(?:目录|目次|要目)(?:CONTENTS)?$|^CONTENTS$|(?:公报|政报|[期号年卷]).{0,4}目录$/i
const SAYS_WHAT = /关于|通知|公告|通告|决定|意见|批复|任免/
/** Lines before the contents: the cover and the imprint. */
const COVER = 120
/** Where the contents of the issue begin, -1 when a document began before: then they are those of the document. */
function startOf(lines: readonly Line[]): number {
  for (let at = 0; at < Math.min(lines.length, COVER); at++) {
    const line = lines[at] as Line
    if (line.isRow) continue
    if (line.bare.length < 30 && HEADING.test(line.bare)) return at
    const number = numberMark(line)
    const isNumbered = number !== null && (!number.isOrder || number.organ !== null)
    const isDocument = isNumbered || isRecipients(line) || printedDateText(line) !== null
    if (isDocument || line.bare.startsWith('第一条') || line.key.length > 200) return -1
  }
  return -1
}

/** Reads the contents pages of a gazette, from the line 目录 on; null when the source has none. */
export function readContents(lines: readonly Line[]): ContentsPages | null {
  const start = startOf(lines)
  if (start < 0) return null
  const found =
    inTable(lines, start) ??
    withPagesBefore(lines, start) ??
    inColumns(lines, start) ??
    withPagesBehind(lines, start) ??
    withoutPages(lines, start)
  if (!found) return null
  const isOfIssue = NAMES_ISSUE.test((lines[start] as Line).bare)
  return isOfIssue || found.entries.some(({ title }) => SAYS_WHAT.test(title)) ? found : null
}
