import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { DocumentView } from '../contract.ts'
import type { KeptOverride } from '../rules/corrected-items.ts'
import { foundPiece } from '../rules/corrected-text.ts'
import { editBetween } from '../rules/text-edit.ts'
import { fitWords, readTextField } from '../rules/text-fields.ts'
import { isSamePiece, type TextPiece } from '../rules/text-pieces.ts'
import { type ReadText, readTexts } from '../store/read-text.queries.ts'
import { type CorrectInput, type Correction, keyOfItem, shortWords } from './correction.ts'
import { type MeantWords, meantWords } from './meant-words.ts'
import { saidElsewhere } from './said-elsewhere.ts'

/** The correction of words of the text, tied to what was read there; refused when no such words are there. */
export async function textCorrection(
  tx: Tx,
  input: CorrectInput,
  document: DocumentView,
  kept: readonly KeptOverride[],
): Promise<Outcome<Correction>> {
  const address = readTextField(input.field)
  if (!address.ok) return address
  if (address.value.kind === 'key') return undoneByKey(input, kept)
  const texts = await readTexts(tx, input.siteId, document, kept)
  const meant = meantWords(texts, address.value, input, document)
  if (!meant.ok) return meant
  const { text, piece } = meant.value
  const known = kept.filter(({ field }) => {
    const place = text.corrected.places.get(field)
    return place !== undefined && isSamePiece(place, piece)
  })
  if (input.value === null) return undone(input, known, piece)
  return corrected(input, document, text, meant.value, known)
}

function undoneByKey({ field, value, documentId }: CorrectInput, kept: readonly KeptOverride[]): Outcome<Correction> {
  const known = kept.find((one) => one.field === field)
  if (!known?.found)
    return refused('not-corrected', `文件 ${documentId} 没有代号为 ${field} 的更正；kaiming corrections 列出全部更正。`)
  if (value !== null)
    return refused('unknown-field', `${field} 只用来取消更正（--undo）。要再更正，请写 text/ 和条款，或者第几段。`)
  return done({ override: known, isUndone: true, name: `${field}（${shortWords(known.found.words)}）` })
}

function undone({ field, documentId }: CorrectInput, known: readonly KeptOverride[], piece: TextPiece) {
  const [one] = known
  const name = `${field}（${shortWords(piece.words)}）`
  return one
    ? done({ override: one, isUndone: true, name })
    : refused('not-corrected', `文件 ${documentId} 的 ${name} 没有更正过。`)
}

function corrected(
  { field, value, reason, insteadOf }: CorrectInput,
  document: DocumentView,
  text: ReadText,
  { piece, shown, at }: MeantWords,
  known: readonly KeptOverride[],
): Outcome<Correction> {
  const whole = insteadOf === undefined ? (value ?? '') : shown.replace(insteadOf, () => value ?? '')
  const kind = text.reading.elements[piece.element]?.kind
  const words = fitWords(whole, piece.slot !== '' || (kind !== 'clause' && kind !== 'title'))
  if (!words.ok) return words
  const name = `${field === 'text' ? at : field}（${shortWords(shown)}）`
  if (words.value === shown) return refused('same-words', `${name}现在就是这样写的，没有要更正的。`)
  const [stood] = known
  // What a person changes back to what was read was never corrected.
  if (stood && words.value === piece.words) return done({ override: stood, isUndone: true, name })
  // Laid on what is read now: what was said of it before goes into the new words.
  const found = foundPiece(piece, text.pieces, text.editionKey)
  const stored = `text/~${keyOfItem('text', found)}`
  const elsewhere = saidElsewhere(document, editBetween(shown, words.value))
  return done({
    override: { field: stored, value: words.value, reason, found },
    isUndone: false,
    name,
    replaces: known.map((one) => one.field).filter((one) => one !== stored),
    ...(elsewhere === null ? {} : { hint: elsewhere }),
  })
}
