import type { Day } from '../../kernel/day.ts'
import type { DocumentRef, DocumentSummary, EditionRef, PrintView } from './contract.ts'
import type { ClauseDifference, DifferenceCounts } from './rules/differences.ts'

/** Editions of a document with their prints, the newest edition first. */
export interface HistoryView {
  readonly document: DocumentSummary
  readonly editions: readonly (EditionRef & {
    /** For `from` and `to` of the differences: `e2`. */
    readonly ref: string
    readonly prints: readonly PrintView[]
    /** Against the edition before it; null for the first. */
    readonly differences: DifferenceCounts | null
  })[]
  /** Other documents that may be the same one: nobody has decided. */
  readonly mayBeSame: readonly DocumentRef[]
  /** Ids that were merged into this one. */
  readonly mergedIds: readonly string[]
}

/** A text that can be compared: an edition (`e2`) or a print (`3f9a04c1e2b7.2`). */
export interface TextRef {
  readonly ref: string
  readonly kind: 'edition' | 'print'
  readonly name: string
}

/** Two texts of one document, clause by clause. */
export interface DifferencesView {
  readonly document: DocumentRef
  readonly from: TextRef
  readonly to: TextRef
  readonly counts: DifferenceCounts
  readonly differences: readonly ClauseDifference[]
}

/** A document or law that is cited and that the library lacks. */
export interface MissingDocument {
  readonly title: string
  readonly docNumber: string | null
  /** Documents that cite it. */
  readonly count: number
  /** The newest of them, at most five. */
  readonly citedBy: readonly DocumentRef[]
}

/** A name of an issuer or a responsible unit that no unit of the district answers to. */
export interface UnmatchedName {
  readonly name: string
  readonly documents: number
  readonly tasks: number
  readonly firstOn: Day | null
  readonly lastOn: Day | null
  readonly example: DocumentRef
}
