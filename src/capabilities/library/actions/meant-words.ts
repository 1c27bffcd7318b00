import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { DocumentView } from '../contract.ts'
import { type TextAddress, timesIn } from '../rules/text-fields.ts'
import type { TextPiece } from '../rules/text-pieces.ts'
import type { ReadText } from '../store/read-text.queries.ts'
import { type CorrectInput, shortWords } from './correction.ts'
import { namedClause } from './named-clause.ts'

/** The piece that a person means, with its words as they are shown now. */
export interface MeantWords {
  readonly text: ReadText
  readonly piece: TextPiece
  readonly shown: string
  /** How the piece is written in a command. */
  readonly at: string
}

type Address = Exclude<TextAddress, { readonly kind: 'key' }>
type Asked = Pick<CorrectInput, 'documentId' | 'insteadOf'>

/** The one piece that an address, or the words that are to be replaced, mean; the first text is the one that is shown. */
export function meantWords(
  texts: readonly ReadText[],
  address: Address,
  asked: Asked,
  document: DocumentView,
): Outcome<MeantWords> {
  const { documentId, insteadOf } = asked
  const [main] = texts
  if (!main) return refused('unknown-item', `文件 ${documentId} 现在没有正文。`)
  if (address.kind === 'anywhere') return anywhere(texts, asked)
  const pieces =
    address.kind === 'clause' ? ofClause(main, address.clause, document) : ofNumber(main, address, documentId)
  if (!pieces.ok) return pieces
  if (insteadOf === undefined) return done(pieces.value)
  const times = timesIn(pieces.value.shown, insteadOf)
  if (times === 1) return done(pieces.value)
  const where = `${pieces.value.at}（${shortWords(pieces.value.shown)}）`
  return times === 0
    ? refused('unknown-words', `${where}里没有“${insteadOf}”。请照页面上的原样写。`)
    : refused('several-places', `${where}里有 ${times} 处“${insteadOf}”。请把前后的字一起写上，只指一处。`)
}

/** A piece as it is shown now; null when a person said that it is none. */
const shownPiece = (text: ReadText, piece: TextPiece): MeantWords | null => {
  const shown = text.shown.get(piece)
  return shown === undefined ? null : { text, piece, shown, at: written(text, piece) }
}

const written = ({ numbers }: ReadText, { element, slot }: TextPiece): string =>
  `text/${numbers.get(element) ?? element + 1}${slot === '' ? '' : `/${slot}`}`

function ofClause(text: ReadText, clause: string, document: DocumentView): Outcome<MeantWords> {
  const named = namedClause(document, clause)
  if (!named.ok) return named
  const number = document.elements.findIndex(({ id }) => id === named.value) + 1
  return ofNumber(text, { number, slot: '' }, document.id)
}

function ofNumber(
  text: ReadText,
  { number, slot }: { readonly number: number; readonly slot: string },
  documentId: string,
): Outcome<MeantWords> {
  const [element] = [...text.numbers].find(([, shown]) => shown === number) ?? []
  const of = text.pieces.filter((piece) => piece.element === element)
  const piece = of.find((one) => one.slot === slot)
  const meant = piece === undefined ? null : shownPiece(text, piece)
  if (meant !== null) return done(meant)
  if (element === undefined)
    return refused(
      'unknown-item',
      `文件 ${documentId} 的正文没有第 ${number} 段，只有 1 到 ${text.numbers.size} 段；kaiming fields ${documentId} 列出全部。`,
    )
  return text.reading.elements[element]?.kind === 'table'
    ? refused(
        'unknown-item',
        `第 ${number} 段是一张表，请写明哪一格，如 text/${number}/3/2（第 3 行第 2 列；表头是第 0 行）；kaiming fields ${documentId} 列出全部。`,
      )
    : refused('unknown-item', `第 ${number} 段不是表，没有“${slot}”这一格。`)
}

/** The only place where words stand that are to be replaced: in the text that is shown, else in another print of it. */
function anywhere(texts: readonly ReadText[], { documentId, insteadOf }: Asked): Outcome<MeantWords> {
  if (insteadOf === undefined || insteadOf === '')
    return refused(
      'unknown-field',
      '请用 --instead-of 写出现在错的字，或者写明是哪一段（text/12）、哪一条（text/n-二-一）。',
    )
  for (const text of texts) {
    const found = text.pieces.flatMap((piece) => {
      const meant = shownPiece(text, piece)
      return meant === null ? [] : Array.from({ length: timesIn(meant.shown, insteadOf) }, () => meant)
    })
    const [first, ...others] = found
    if (first && others.length === 0) return done(first)
    if (first)
      return refused(
        'several-places',
        `“${insteadOf}”有 ${found.length} 处：${[...new Set(found.map(({ at, shown }) => `${at}（${shortWords(shown)}）`))].slice(0, 8).join('、')}。请把前后的字一起写上，或者写明是哪一段。`,
      )
  }
  return refused('unknown-words', `文件 ${documentId} 的正文里没有“${insteadOf}”。请照页面上的原样写。`)
}
