import { foldWidth, withoutSpaces } from '../kernel/han.ts'
import { FILE_ENDING, OFFERS_FILE } from './download-links.ts'
import { indentOf, leftMargin } from './left-margin.ts'
import { withoutMarks } from './markup.ts'
import { signatureApart } from './run-in-signature.ts'
import { isTableLine } from './tables/find-tables.ts'
import type { SourceLine, SourceText } from './types.ts'

/** A source line made ready for reading. */
export interface Line {
  /** Number in the source. */
  readonly number: number
  /** As printed, without marks of Markdown and HTML and without space at its ends. */
  readonly text: string
  /** `text` in one width: places in one are places in the other. Patterns of sentences look at this. */
  readonly key: string
  /** `key` without white space: what marks look at (titles, labels, dates). Empty for rows and for lines too long to be a mark. */
  readonly bare: string
  /** White space before the text, more than the margin of the page: printed paragraphs begin two characters in. */
  readonly isIndented: boolean
  readonly isRow: boolean
  readonly source: SourceLine
}

/** A rule of a letterhead, drawn with signs; one star may stand for the whole of it. */
const RULE = /^(?:[-_=*·.…—─━★☆◆●\s]{3,}|[★☆])$/

/** Text longer than this is never a heading, a label or a field: patterns look at its beginning alone. */
export const LONGEST_MARK = 400

/** The lines that hold anything, made ready for reading; lines of nothing but rules and marks count as empty. */
export function readLines(source: SourceText): Line[] {
  const lines: Line[] = []
  const margin = leftMargin(source.lines)
  for (const line of source.lines) {
    const isRow = isTableLine(line)
    for (const printed of isRow ? [line.text] : printedLines(line.text)) {
      const plain = isRow ? printed : withoutMarks(printed)
      const text = plain.trim()
      if (!isRow && (text === '' || (text.length < 200 && RULE.test(text)))) continue
      const key = isRow ? text : foldWidth(text)
      lines.push({
        number: line.number,
        text,
        key,
        bare: isRow || key.length > LONGEST_MARK ? '' : withoutSpaces(key),
        isIndented:
          plain.length > text.length &&
          /^(?:[\s\u3000]{2,}|\u3000)/.test(plain) &&
          (margin === 0 || indentOf(plain) >= margin + 2),
        isRow,
        source: line,
      })
    }
  }
  return lines
}

/** A line of Markdown holds several printed ones where it breaks them itself; signatures and titles may have lost their break. */
const printedLines = (text: string): readonly string[] =>
  text.includes('<')
    ? text.split(/<br\s*\/?>/i)
    : MAY_RUN_ON.test(text)
      ? attachmentsApart(text).flatMap(signatureApart).flatMap(titleApart)
      : [text]

/** What a line holds that has to be parted; most hold none of it. */
const MAY_RUN_ON = /附件|月.{1,4}日|第一/

/** …请认真贯彻执行。附件：1.…: the list of attachments behind the end of a sentence, and links of the page behind it. */
const LIST_BEHIND = new RegExp(String.raw`(?<=[。！])[\s\u3000]*(?=附件[：:])|(?<=${FILE_ENDING})(?=${OFFERS_FILE})`)

const attachmentsApart = (text: string): readonly string[] => (text.includes('附件') ? text.split(LIST_BEHIND) : [text])

/** 明溪区犬只管理办法第一条 为了…: a title and the first article or chapter on one line. */
const RUN_ON_TITLE =
  /^(\s*[^。，；：“”\s]{2,60}?(?:办法|规定|细则|规则|条例|章程|制度|守则|规程|规范|公约)(?:\([^()]{2,8}\)|（[^（）]{2,8}）)?)(第一(?:[章条][\s\u3000]|章(?=总则)).*)$/

const titleApart = (text: string): readonly string[] =>
  (text.includes('第一') ? RUN_ON_TITLE.exec(text)?.slice(1) : null) ?? [text]
