import type { Finding, ReadElement, ReadTable } from '../../../reader/types.ts'
import type { KeptOverride } from './corrected-items.ts'
import { likeness } from './differences.ts'
import type { FoundItem } from './item-places.ts'
import { layoutKey } from './text-changes.ts'
import { applyEdit, editBetween, editWords } from './text-edit.ts'
import { elementWith, type PiecedText, type TextPiece, tableWith, textPieces } from './text-pieces.ts'

/** A correction of words, by the field under which it is kept. */
export interface TextCorrection {
  readonly field: string
  readonly found: FoundItem
  readonly value: string
}

/** A text as people corrected it. */
export interface CorrectedText {
  /** In the places of what was read; null for a paragraph that a person said is none. */
  readonly elements: readonly (ReadElement | null)[]
  readonly tables: readonly ReadTable[]
  /** On which piece of what was read each correction lies, by its field; those that lie on none are missing. */
  readonly places: ReadonlyMap<string, TextPiece>
}

export const isTextOverride = (field: string): boolean => field.startsWith('text/')

/** The corrections of the words of one edition: another one may say something else on purpose. */
export const textCorrections = (overrides: readonly KeptOverride[], editionKey: string): TextCorrection[] =>
  overrides.flatMap(({ field, found, value }) =>
    isTextOverride(field) && found !== null && (found.edition ?? '') === editionKey ? [{ field, found, value }] : [],
  )

/** What a piece was when a person corrected it. */
export function foundPiece(piece: TextPiece, pieces: readonly TextPiece[], edition: string): FoundItem {
  const { words, place: path, row } = piece
  const nth = keyed(pieces).find((one) => one.piece === piece)?.nth ?? 0
  return { words, number: null, path, clauseId: null, nth, row, edition }
}

/** Fewest signs by which a piece is known also at another place. */
const TELLING = 6
/** How alike the words around a change must be. */
const ENOUGH = 0.6
/** How alike the other cells of a row must be; less where its first cell is the same, all but all for a cell that was empty. */
const ENOUGH_OF_ROW = { usual: 0.8, sameHead: 0.5, empty: 0.9 }

interface Candidate {
  readonly field: string
  readonly piece: TextPiece
  readonly words: string
  readonly near: number
}

interface Keyed {
  readonly piece: TextPiece
  readonly key: string
  /** Which one of those with the same words at the same place. */
  readonly nth: number
}

function keyed(pieces: readonly TextPiece[]): Keyed[] {
  const seen = new Map<string, number>()
  return pieces.map((piece) => {
    const key = layoutKey(piece.words)
    const twin = `${piece.place}\n${key}`
    const nth = seen.get(twin) ?? 0
    seen.set(twin, nth + 1)
    return { piece, key, nth }
  })
}

/** How alike the rows of two cells are, 0 when they are not the same row. */
function nearRow({ words, row: was = '' }: FoundItem, { row }: TextPiece): number {
  const near = likeness(layoutKey(was), layoutKey(row))
  const head = (cells: string) => layoutKey(cells.split('｜', 1)[0] ?? '')
  const { usual, sameHead, empty } = ENOUGH_OF_ROW
  const enough = words === '' ? empty : head(was) !== '' && head(was) === head(row) ? sameHead : usual
  return near >= enough ? near : 0
}

/**
 * Tells how well a piece that is read now is what a person corrected: the same words, or already those that the person
 * wrote, or others that hold unchanged what was changed with what stands around it.
 */
function judge({ field, found, value }: TextCorrection): (now: Keyed) => Candidate[] {
  const [was, meant] = [layoutKey(found.words), layoutKey(value)]
  const edit = editBetween(found.words, value)
  return ({ piece, key, nth }) => {
    const atPlace = piece.place === found.path
    const isCell = found.row !== undefined && found.row !== ''
    const row = isCell ? nearRow(found, piece) : 0
    if ((piece.slot !== '' || isCell) && !(atPlace && (!isCell || row > 0))) return []
    const place = (atPlace ? 4 : 0) + (nth === found.nth ? 0.5 : 0) + row
    if (!atPlace && key.length < TELLING) return []
    if (key === was) return [{ field, piece, words: value, near: place + 3 }]
    if (value !== '' && key === meant) return [{ field, piece, words: value, near: place + 2 }]
    const alike = value === '' ? 0 : likeness(was, key)
    const edited = alike >= ENOUGH ? applyEdit(edit, piece.words) : null
    return edited === null ? [] : [{ field, piece, words: edited, near: place + alike }]
  }
}

/** The surest pairs of corrections and pieces; each is taken once. */
function placed(corrections: readonly TextCorrection[], pieces: readonly TextPiece[]): Candidate[] {
  const judges = corrections.map(judge)
  const fields = new Set<string>()
  const taken = new Set<TextPiece>()
  return keyed(pieces)
    .flatMap((now) => judges.flatMap((one) => one(now)))
    .sort((a, b) => b.near - a.near || (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))
    .filter(({ field, piece }) => {
      if (fields.has(field) || taken.has(piece)) return false
      fields.add(field)
      taken.add(piece)
      return true
    })
}

/** Lays corrections of words on a text that was read. */
export function correctText(text: PiecedText, corrections: readonly TextCorrection[]): CorrectedText {
  if (corrections.length === 0) return { ...text, places: new Map() }
  const elements: (ReadElement | null)[] = [...text.elements]
  const tables = [...text.tables]
  const places = new Map<string, TextPiece>()
  for (const { field, piece, words } of placed(corrections, textPieces(text))) {
    places.set(field, piece)
    const element = text.elements[piece.element]
    if (element?.kind === 'table') {
      const table = tables[element.table]
      if (table) tables[element.table] = tableWith(table, piece.slot, words)
    } else if (element) elements[piece.element] = words === '' ? null : elementWith(element, words)
  }
  return { elements, tables, places }
}

/** The same without what a person said is no paragraph. */
export const shownText = <Text extends PiecedText>(text: Text, { elements, tables }: CorrectedText): Text => ({
  ...text,
  elements: elements.filter((element) => element !== null),
  tables,
})

/** What a clerk is told of corrections of words that stand nowhere any more. */
export function lostTextCorrections(
  documentId: string,
  overrides: readonly KeptOverride[],
  places: ReadonlyMap<string, number | null>,
): Finding[] {
  return overrides.flatMap(({ field, value, reason, found }) => {
    if (found === null || !isTextOverride(field) || (places.get(field) ?? null) !== null) return []
    const what = value === '' ? `去掉“${found.words.slice(0, 40)}”` : `“${editWords(found.words, value)}”`
    const message = `有一项对正文的更正没有生效：现在识别出的正文里找不到所更正的内容（${what}，理由：${reason}）。请核对；不再需要的，用 kaiming correct ${documentId} ${field} --undo 取消。`
    return [{ code: 'correction-lost', severity: 'warning', message, line: null }]
  })
}
