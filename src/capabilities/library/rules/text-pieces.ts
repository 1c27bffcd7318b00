import type { ReadElement, ReadTable } from '../../../reader/types.ts'

/** A text whose words are corrected: of a print, or of an edition. */
export interface PiecedText {
  readonly elements: readonly ReadElement[]
  readonly tables: readonly ReadTable[]
}

/** The same with gaps where a person said that nothing stands. */
type MaybePieced = Pick<PiecedText, 'tables'> & { readonly elements: readonly (ReadElement | null)[] }

/** What of a text is corrected by itself: an element, or what stands in one place of a table. */
export interface TextPiece {
  /** Which of the elements, from 0. */
  readonly element: number
  /** In a table `3/2` (row and column from 1; row 0 is its head), `title`, `unit`, `bands/1`, `notes/1`; '' for another element. */
  readonly slot: string
  readonly words: string
  /** What it is, and the part, clause and column that it stands in. */
  readonly place: string
  /** The other cells of the row of a cell, by which it is told from those with the same words; '' for all others. */
  readonly row: string
}

const partOf = ({ part }: Pick<ReadElement, 'part'>): string =>
  part.kind === 'attachment' ? `attachment${part.index + 1}` : part.kind

/** The same piece of a text, whatever its words are now. */
export const isSamePiece = (one: Pick<TextPiece, 'element' | 'slot'>, other: Pick<TextPiece, 'element' | 'slot'>) =>
  one.element === other.element && one.slot === other.slot

/** Every piece of a text in reading order. */
export const textPieces = ({ elements, tables }: MaybePieced): TextPiece[] =>
  elements.flatMap((element, at): TextPiece[] => {
    if (element === null) return []
    const place = [element.kind, partOf(element), element.path].join('|')
    if (element.kind !== 'table') return [{ element: at, slot: '', words: element.text, place, row: '' }]
    const table = tables[element.table]
    return table ? tablePieces(table).map((piece) => ({ ...piece, element: at, place: `${place}|${piece.place}` })) : []
  })

function tablePieces({ title, unitNote, columns, rows, bands, notes }: ReadTable): Omit<TextPiece, 'element'>[] {
  const alone = (slot: string, words: string, place = slot) => ({ slot, words, place, row: '' })
  const cells = (row: readonly string[], number: number) =>
    row.map((words, at) => ({
      slot: `${number}/${at + 1}`,
      words,
      place: number === 0 ? 'head' : `column ${columns[at] ?? at + 1}`,
      row: row.filter((_, other) => other !== at).join('｜'),
    }))
  return [
    ...(title === null ? [] : [alone('title', title)]),
    ...(unitNote === null ? [] : [alone('unit', unitNote)]),
    ...cells(columns, 0),
    ...rows.flatMap((row, at) => cells(row, at + 1)),
    ...bands.map(({ text }, at) => alone(`bands/${at + 1}`, text, 'bands')),
    ...notes.map((text, at) => alone(`notes/${at + 1}`, text, 'notes')),
  ]
}

const withAt = <Item>(items: readonly Item[], at: number, item: Item): Item[] =>
  items.map((one, index) => (index === at ? item : one))

/** A table with other words in one place. */
export function tableWith(table: ReadTable, slot: string, words: string): ReadTable {
  if (slot === 'title') return { ...table, title: words }
  if (slot === 'unit') return { ...table, unitNote: words }
  const [first = '', second = ''] = slot.split('/')
  const at = Number(second) - 1
  if (first === 'notes') return { ...table, notes: withAt(table.notes, at, words) }
  if (first === 'bands')
    return { ...table, bands: table.bands.map((band, index) => (index === at ? { ...band, text: words } : band)) }
  const row = Number(first) - 1
  return row < 0
    ? { ...table, columns: withAt(table.columns, at, words) }
    : { ...table, ...cellWith(table, row, at, words) }
}

/** A merged cell is filled down: what it says is said in the rows below it too. */
function cellWith({ rows, filledRows }: ReadTable, row: number, column: number, words: string) {
  const was = filledRows[row]?.[column]
  let end = row + 1
  while (rows[end]?.[column] === '' && filledRows[end]?.[column] === was && was !== '') end++
  return {
    rows: rows.map((cells, at) => (at === row ? withAt(cells, column, words) : cells)),
    filledRows: filledRows.map((cells, at) => (at >= row && at < end ? withAt(cells, column, words) : cells)),
  }
}

/** An element with other words; the heading at the start of a clause follows them. */
export function elementWith(element: ReadElement, words: string): ReadElement {
  if (element.kind === 'table') return element
  if (element.kind !== 'clause') return { ...element, text: words }
  return { ...element, text: words, heading: headingOf(element.heading, element.text, words) }
}

function headingOf(heading: string | null, was: string, words: string): string | null {
  if (heading === null || words.startsWith(heading)) return heading
  const rest = was.slice(heading.length)
  if (rest !== '' && words.endsWith(rest)) return words.slice(0, words.length - rest.length)
  if (rest === '') return words
  // Both were corrected: the heading ends where the sentence does.
  const end = words.indexOf(rest[0] ?? '')
  return end > 0 ? words.slice(0, end) : null
}
