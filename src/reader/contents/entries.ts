import { foldForComparing, foldWidth } from '../../kernel/han.ts'
import type { ContentsEntry } from '../types.ts'
import { entryOfCells, LONGEST_TEXT, PAGE } from './entry.ts'

/** What a word processor prints for a page that it does not find. */
const LOST_PAGE = /\s*(?:错误[!:]\s?未(?:定义书签|找到引用源)|Error[!:]\s?Bookmark not defined)[。.]?\s*$/

/** The page that an entry ends with, whichever way it is printed. */
const pageIn = (found: RegExpExecArray): number => Number(found.slice(1).find((digits) => digits !== undefined))

/** The entries gathered so far, and the one that is being read. */
export class Entries {
  readonly entries: ContentsEntry[] = []
  readonly sections: string[] = []
  readonly titles = new Set<string>()
  readonly right: ContentsEntry[] = []
  #section: string | null = null
  #isNewSection = false
  #pending = ''
  #from = 0
  #lastPage = 0
  readonly #mayFallBack: boolean
  /** Pages that fall back behind those of the entries before. */
  fallenBack = 0
  unnumbered = 0
  /** The pages of the entries stand on lines of their own. */
  hasPagesAlone = false

  /** `mayFallBack`: other signs show where the contents end; a page that was misprinted is none. */
  constructor(mayFallBack = false) {
    this.#mayFallBack = mayFallBack
  }

  get isOpen(): boolean {
    return this.#pending !== ''
  }

  /** What was read of the entry that is open. */
  get pending(): string {
    return this.#pending
  }

  /** A heading counts when an entry follows: the last may be the letterhead of the first document. */
  section(name: string): void {
    this.#section = name
    this.#isNewSection = true
    this.unnumbered = 0
  }

  /** Takes a line; false when it belongs to the documents. */
  take(text: string, line: number): boolean {
    const page = PAGE.exec(foldWidth(text))
    if (!this.isOpen) this.#from = line
    this.#pending += page ? text.slice(0, page.index) : text
    const lost = page ? null : LOST_PAGE.exec(foldWidth(text))
    if (lost) {
      this.#pending = this.#pending.slice(0, this.#pending.length - lost[0].length)
      this.#add(this.entries, null)
      return true
    }
    if (!page) {
      this.unnumbered++
      return true
    }
    const printed = pageIn(page)
    // Pages only go up: a number that falls back, or after too much text, belongs to the documents.
    const isBack = printed < this.#lastPage
    if ((isBack && !this.#mayFallBack) || this.#pending.length > LONGEST_TEXT) return false
    if (isBack) this.fallenBack++
    this.#add(this.entries, printed)
    this.#lastPage = printed
    return true
  }

  /** The entry of the right column on the line of one of the left. */
  takeRight(text: string, line: number): void {
    const page = PAGE.exec(foldWidth(text))
    this.#from = line
    this.#pending = page ? text.slice(0, page.index) : text
    this.#add(this.right, page ? pageIn(page) : null)
  }

  #add(to: ContentsEntry[], page: number | null): void {
    const entry = entryOfCells(this.#pending)
    if (entry.title.length >= 4) {
      if (this.#isNewSection && this.#section !== null) this.sections.push(this.#section)
      this.#isNewSection = false
      to.push({ ...entry, section: this.#section, page, line: this.#from })
      this.titles.add(foldForComparing(entry.title))
    }
    this.#pending = ''
    this.unnumbered = 0
  }
}
