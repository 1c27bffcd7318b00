import type { Day } from '../kernel/day.ts'

/** Lines of a source, both ends included, counted from 1. */
export interface LineSpan {
  readonly from: number
  readonly to: number
}

/** Something that looked wrong or doubtful; the message is for a clerk, in Chinese. */
export interface Finding {
  /** Stable, in kebab case: `number-missing`, `row-does-not-fit`, `signed-after-printed`. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  /** The line of the source, null when the finding is about the whole file. */
  readonly line: number | null
}

/** The formats that have a converter. */
export type SourceFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'ofd' | 'doc' | 'wps'

/** One cell of a table row as the source had it. */
export interface SourceCell {
  readonly text: string
  readonly columnSpan?: number
  readonly rowSpan?: number
}

/**
 * One line of a source: for text and Markdown a line of the file; for HTML and DOCX a block (paragraph, list item, table
 * row); for PDF a printed line. Numbering that styles make (DOCX, HTML lists) stands in `text`.
 */
export interface SourceLine {
  /** From 1; what findings and spans name. For PDF and DOCX the running number of the line. */
  readonly number: number
  readonly text: string
  /** The last line of the file that a row stands on, where it takes several. */
  readonly until?: number
  /** Page from 1, where the format has pages. */
  readonly page?: number
  /** Outline level 1–6 that the format states (HTML h1–h6, DOCX Heading 1–6). A hint, never truth. */
  readonly heading?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly bold?: boolean
  /** A row of a table that the format marked as one; `table` groups the rows of one table. */
  readonly cells?: readonly SourceCell[]
  readonly table?: number
  /** True when the format says that a paragraph ends here (HTML, DOCX); PDF and text leave it open. */
  readonly endsParagraph?: boolean
}

/** What a page says of itself outside its text (meta tags, document properties): used as hints, never as truth. */
export interface SourceHints {
  readonly title?: string
  readonly docNumber?: string
  readonly issuer?: string
  readonly publishedOn?: Day
  readonly signedOn?: Day
  readonly indexNumber?: string
  readonly topic?: string
  readonly url?: string
}

/** What every converter makes and the reader reads. */
export interface SourceText {
  readonly format: SourceFormat
  readonly lines: readonly SourceLine[]
  readonly hints: SourceHints
  /** What the conversion itself noticed: characters lost, pages without text. */
  readonly findings: readonly Finding[]
}

/** What the reader is told about the world: legal data and names that are configuration, not code. */
export interface ReaderKnowledge {
  /** The 15 kinds of 《党政机关公文处理工作条例》第八条 and those that gazettes use beside them, longest first. */
  readonly kinds: readonly string[]
  /** Names of units known to the site (full names and aliases); may be empty. */
  readonly unitNames: readonly string[]
}

export type Disclosure = 'proactive' | 'on-application' | 'withheld' | 'unstated'

/** The gazette issue that a source is; null fields were not printed. */
export interface ReadGazette {
  readonly title: string | null
  readonly publisher: string | null
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  readonly publishedOn: Day | null
}

/** One line of a contents page. */
export interface ContentsEntry {
  readonly title: string
  readonly docNumber: string | null
  readonly section: string | null
  readonly page: number | null
  readonly line: number
}

/** Where in a document an element stands: the notice itself, what it issues, or one of its attachments (index from 0). */
export type Part =
  | { readonly kind: 'notice' }
  | { readonly kind: 'enclosure' }
  | { readonly kind: 'attachment'; readonly index: number }

/** Levels of official writing: 一、 / （一） / 1. / （1） */
export type ClauseLevel = 1 | 2 | 3 | 4

/** 编, 章, 节, 条, 款, 项, 目 of rules and regulations. */
export type StatuteLevel = 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'item' | 'subitem'

/** One piece of a document in reading order. Together the elements of a document are its whole text. */
export type ReadElement = (
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'clause'
      readonly level: ClauseLevel | StatuteLevel
      /** The label as printed: `一、`, `（二）`, `第三条`. */
      readonly label: string
      /** The clause's heading when its first sentence is one (`深化重点领域信息主动公开`), else null. */
      readonly heading: string | null
      /** The text of the clause's own first paragraph without its label; the heading stands at its start. */
      readonly text: string
    }
  /** A table: index into `ReadDocument.tables`. */
  | { readonly kind: 'table'; readonly table: number }
  /** Signature block, date, recipients, notes: printed, shown, but no clause. */
  | { readonly kind: 'recipients' | 'signature' | 'date' | 'note' | 'attachment-list'; readonly text: string }
) & {
  readonly part: Part
  /** Path of the clause, or of the clause that holds this element: `一/（二）/1.`, `第二章/第五条`; '' outside clauses. Unique per part together with the element's order only for clauses. */
  readonly path: string
  readonly lines: LineSpan
}

export interface ReadTable {
  readonly part: Part
  /** The element path of the clause that holds it. */
  readonly path: string
  readonly title: string | null
  /** e.g. 单位：万元 */
  readonly unitNote: string | null
  readonly columns: readonly string[]
  /** Data rows; merged cells as printed (`''` where a merge continues). */
  readonly rows: readonly (readonly string[])[]
  /** The same rows with vertically merged cells filled down. */
  readonly filledRows: readonly (readonly string[])[]
  /** Labels of band rows, each before the row with that index. */
  readonly bands: readonly { readonly beforeRow: number; readonly text: string }[]
  /** Notes printed under the table. */
  readonly notes: readonly string[]
  readonly rowLines: readonly LineSpan[]
  readonly lines: LineSpan
  readonly kind: 'tasks' | 'statistics' | 'list'
}

export interface ReadTask {
  /** The number printed in the 序号 column. */
  readonly no: number | null
  /** Group headings that apply, outermost first. */
  readonly path: readonly string[]
  readonly requirement: string
  /** Units of a 牵头单位 column or phrase, as printed. */
  readonly lead: readonly string[]
  /** All responsible units in order, the leading ones included, as printed. */
  readonly responsible: readonly string[]
  readonly due: Day | 'long-term' | null
  /** The words of the time limit as printed. */
  readonly dueText: string | null
  readonly source: 'table' | 'prose'
  /** Index into `tables` for a table task; the clause path for both, when known. */
  readonly table: number | null
  readonly clausePath: string | null
  readonly part: Part
  readonly lines: LineSpan
}

/** What a citation does to what it cites. */
export type CitationEffect = 'cites' | 'amends' | 'repeals' | 'issues' | 'based-on'

export interface ReadCitation {
  readonly title: string
  readonly docNumber: string | null
  readonly effect: CitationEffect
  /** Own enclosure, short names, periodicals and agreements are kept in the text but are not citations. */
  readonly part: Part
  readonly path: string
  readonly line: number
}

/** 自…起施行，有效期至… as the text says it. */
export interface ReadValidity {
  readonly effectiveFrom: Day | null
  readonly validUntil: Day | null
  /** Years of a term that the text names (有效期5年); it counts from the day of taking effect, else of signing. */
  readonly termYears: number | null
  /** Days after signing with which it takes effect (自印发之日起: 0), null where the text names a day or none. */
  readonly daysFromSigning: number | null
  /** 试行 or 暂行 in the title or text. */
  readonly isTrial: boolean
  /** The sentence that says it, null when the text says nothing. */
  readonly text: string | null
  readonly line: number | null
}

export interface ReadAttachment {
  /** 附件, 附件1 as printed. */
  readonly label: string
  readonly title: string
  /** Null when the attachment is listed but not printed in this source. */
  readonly lines: LineSpan | null
}

/** An appointment or removal that a personnel document decides. */
export interface ReadAppointment {
  readonly action: 'appoint' | 'remove'
  readonly person: string
  readonly post: string
  readonly line: number
}

export interface ReadDocument {
  /** From 1 in the order of the source. */
  readonly order: number
  /** One line, without spaces; null never: a document without a title carries its first words and a finding. */
  readonly title: string
  readonly docNumber: string | null
  /** The issuer as in the title or signature; joint issuers joined by `、` here and apart in `issuers`. Null for a statistical table printed without one. */
  readonly issuer: string | null
  readonly issuers: readonly string[]
  /** Section of the gazette (区政府文件), null outside gazettes. */
  readonly section: string | null
  readonly kind: string | null
  readonly recipients: string | null
  readonly signedOn: Day | null
  readonly printedOn: Day | null
  readonly disclosure: Disclosure
  readonly disclosureMark: string | null
  readonly contact: { readonly unit: string; readonly phone: string } | null
  readonly cc: string | null
  /** Title of what the notice issues, printed after it without an 附件 label. */
  readonly enclosure: string | null
  readonly attachments: readonly ReadAttachment[]
  readonly validity: ReadValidity
  /** 山东 registration number of a normative document (`SDPR-2024-0020001`) or of another pattern, when printed. */
  readonly registrationNumber: string | null
  readonly elements: readonly ReadElement[]
  readonly tables: readonly ReadTable[]
  readonly tasks: readonly ReadTask[]
  readonly citations: readonly ReadCitation[]
  readonly appointments: readonly ReadAppointment[]
  /** Page on which it begins, where the source has pages. */
  readonly page: number | null
  readonly lines: LineSpan
  readonly findings: readonly Finding[]
}

export interface Reading {
  readonly gazette: ReadGazette | null
  readonly contents: readonly ContentsEntry[]
  readonly documents: readonly ReadDocument[]
  /** Lines that belong to no document: running headers, page numbers, contents pages, covers, imprint. */
  readonly furniture: readonly LineSpan[]
  /** Findings about the source as a whole; those of a document stand in it. */
  readonly findings: readonly Finding[]
}
