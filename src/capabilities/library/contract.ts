import type { Day } from '../../kernel/day.ts'
import type { CitationEffect, Disclosure, Finding, LineSpan, ReadElement, ReadTable } from '../../reader/types.ts'
import type { DifferenceCounts } from './rules/differences.ts'
import type { DocumentCounts } from './rules/shelves.ts'
import type { ValidityStage, ValidityState } from './rules/validity.ts'

export type { DifferenceCounts, DocumentCounts, ValidityStage, ValidityState }

/** Derived, never stored: what holds on a day, why, and where that is said. */
export interface Validity {
  readonly state: ValidityState
  /** One Chinese sentence: 有效期至2025年6月30日，已届满。 */
  readonly reason: string
  /** The document that says it (amending, repealing), when it is another one in the library. */
  readonly source: DocumentRef | null
  readonly since: Day | null
}

/** A document named in passing. */
export interface DocumentRef {
  readonly id: string
  readonly title: string
  readonly docNumber: string | null
  /** `/documents/{id}` */
  readonly url: string
}

/** A row of a list of documents, as pages and feeds show it. */
export interface DocumentEntry extends DocumentRef {
  readonly issuer: string | null
  readonly kind: string | null
  readonly topic: string | null
  readonly signedOn: Day | null
  readonly validity: ValidityState
  /** One line of what it does: what it issues or its first clause headings. */
  readonly gist: string | null
  readonly hasTasks: boolean
}

/** The same with what other systems are told of it too; it takes the record three times as long. */
export interface DocumentSummary extends DocumentEntry {
  readonly issuerUnitIds: readonly string[]
  /** The day on which it was first published, as an issue or the page it was loaded from says; null when neither does. */
  readonly publishedOn: Day | null
}

/** Where a document was printed. */
export interface PrintView {
  readonly id: number
  /** Names the print in addresses and commands, the same after reading again: `3f9a04c1e2b7.2`. */
  readonly ref: string
  /** Number of the edition whose text it prints. */
  readonly edition: number
  readonly gazette: GazetteRef | null
  readonly section: string | null
  readonly page: number | null
  readonly fileName: string
  readonly fileHash: string
  readonly lines: LineSpan
  readonly isMain: boolean
  /** Differences from the main print of its edition by class; 0 everywhere: the same text. */
  readonly differences: DifferenceCounts
  readonly findings: readonly Finding[]
}

export interface EditionRef {
  /** Its address, given once: the order is that of the list. */
  readonly number: number
  /** The day as of which the text holds; null for an amended text that gives a year alone, or nothing. */
  readonly asOf: Day | null
  /** As people read it: 2024年2月20日首次印发, 2025年修正. */
  readonly name: string
  readonly state: 'released' | 'withdrawn' | 'removed'
  /** The document that made this edition, null for the first. */
  readonly madeBy: DocumentRef | null
  /** Why a person added it, null when its own text says what it is. */
  readonly reason: string | null
  readonly isCurrent: boolean
  /** `/documents/{id}` of the current one, `/documents/{id}?edition=1` of the others. */
  readonly url: string
}

/** A clause that an edition or a print once had and the current text lacks; its anchor still resolves here. */
export interface LostClause {
  readonly id: string
  readonly path: string
  /** Its first words, folded. */
  readonly words: string
}

/** An element of the text with the stable id that anchors use; ids survive editions (decision 17). */
export type ElementView = ReadElement & {
  /** `c12` for clauses, null for elements without an address. */
  readonly id: string | null
}

export interface RelationView {
  readonly effect: CitationEffect | 'interpreted-by'
  /** Null when the library lacks the document. */
  readonly document: DocumentRef | null
  readonly title: string
  readonly docNumber: string | null
  /** Clause of the citing document. */
  readonly clauseId: string | null
  /** How `kaiming correct` names it in the citing document: `citations/3`. */
  readonly ref: string
}

export interface UnitRef {
  /** Null for a name that no unit of the district answers to, and for group phrases. */
  readonly id: string | null
  readonly name: string
}

export interface TaskView {
  /** Where it stands among those of its document; numbers of tasks that a person took away stay free. */
  readonly id: number
  /** How `kaiming correct` names it: `tasks/12`. */
  readonly ref: string
  readonly documentId: string
  readonly no: number | null
  readonly path: readonly string[]
  readonly requirement: string
  readonly lead: readonly UnitRef[]
  readonly responsible: readonly UnitRef[]
  readonly due: Day | 'long-term' | null
  readonly dueText: string | null
  /** `person`: the reader missed it, and a person added it. */
  readonly source: 'table' | 'prose' | 'person'
  readonly clauseId: string | null
}

export interface OverrideView {
  /** As `kaiming correct` takes it: `signedOn`, `tasks/12/due`, `text/~3f9a04c1` for words of the text. */
  readonly field: string
  readonly value: string
  readonly reason: string
  /** What the reader had found where a task, a citation or words were corrected; null for fields of the document. */
  readonly found: string | null
  /** The text holds nothing any more that this correction could be laid on. */
  readonly isLost: boolean
}

/** A whole document as its page shows it. */
export interface DocumentView extends DocumentSummary {
  readonly issuers: readonly UnitRef[]
  readonly recipients: string | null
  readonly printedOn: Day | null
  readonly disclosure: Disclosure
  readonly disclosureMark: string | null
  readonly contact: { readonly unit: string; readonly phone: string } | null
  readonly cc: string | null
  readonly enclosure: string | null
  readonly attachments: readonly { readonly label: string; readonly title: string; readonly isPrinted: boolean }[]
  readonly effectiveFrom: Day | null
  readonly validUntil: Day | null
  readonly registrationNumber: string | null
  readonly indexNumber: string | null
  readonly validityView: Validity
  readonly edition: EditionRef
  readonly editions: readonly EditionRef[]
  readonly prints: readonly PrintView[]
  readonly elements: readonly ElementView[]
  /** Clauses of other editions and prints that this text lacks. */
  readonly lostClauses: readonly LostClause[]
  readonly tables: readonly ReadTable[]
  readonly tasks: readonly TaskView[]
  readonly relations: { readonly to: readonly RelationView[]; readonly from: readonly RelationView[] }
  readonly findings: readonly Finding[]
  /** What a person corrected, with the reason. */
  readonly overrides: readonly OverrideView[]
  /** UTC instant at which it came into this library: no publication, but all that is known where the sources give none. */
  readonly loadedAt: string
  readonly updatedAt: string
}

export interface GazetteRef {
  /** `{year}-{number}` */
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly year: number
  readonly number: number
  readonly totalNumber: number | null
  readonly publishedOn: Day | null
  readonly url: string
  readonly documentCount: number
}

export interface GazetteView extends GazetteRef {
  readonly sections: readonly {
    readonly name: string | null
    readonly documents: readonly (DocumentSummary & { readonly page: number | null })[]
  }[]
  readonly previous: GazetteRef | null
  readonly next: GazetteRef | null
  readonly fileHash: string | null
  readonly findings: readonly Finding[]
}

/** Filters of a list; all optional, all combined with “and”. */
/** What lists are narrowed by; null asks for documents that do not say it. */
export interface DocumentFilter {
  readonly issuerUnitId?: string
  readonly issuer?: string | null
  readonly kind?: string | null
  readonly topic?: string | null
  readonly year?: number | null
  readonly from?: Day
  readonly to?: Day
  readonly validity?: ValidityState
}

export interface DocumentList extends DocumentCounts {
  readonly items: readonly DocumentSummary[]
}

/** A piece of a document that a search hit can show, with the clause that it links to. */
export interface SearchPassage {
  readonly clauseId: string | null
  /** `一/（二）` */
  readonly path: string
  readonly text: string
  readonly kind: 'clause' | 'table' | 'task' | 'caption' | 'attachment'
}

/** What the search index takes from the library. */
export interface SearchRow {
  readonly id: string
  readonly title: string
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly kind: string | null
  readonly topic: string | null
  readonly year: number | null
  readonly validity: ValidityState
  /** The states that it goes through as days pass. */
  readonly validityStages: readonly ValidityStage[]
  /** The document that repealed it and says what holds in its stead. */
  readonly replacedBy: string | null
  readonly signedOn: Day | null
  readonly publishedOn: Day | null
  readonly gist: string | null
  readonly isVisibleToPublic: boolean
  /** The version of the change log that the row shows. */
  readonly version: number
  readonly passages: readonly SearchPassage[]
}
