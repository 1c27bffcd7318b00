import { deserialize, serialize } from 'node:v8'
import type { ReadDocument, Reading } from '../../reader/types.ts'
import type { DocumentReader, ReadFailure, SourceSummary } from '../ports.ts'

export type ReadResult = Awaited<ReturnType<DocumentReader['read']>>

type Piece =
  | { readonly head: { readonly source: SourceSummary; readonly reading: Omit<Reading, 'documents'> } }
  | { readonly document: ReadDocument }
  | { readonly failure: ReadFailure }

const packed = (piece: Piece): Uint8Array => serialize(piece)

export const failurePiece = (failure: ReadFailure): Uint8Array => packed({ failure })

/**
 * What was read on its way to another process, document by document: who takes it has a turn for other work after each, and
 * the whole never stands in one message.
 */
export function* piecesOf(result: ReadResult): Generator<Uint8Array> {
  if (!result.ok) return yield failurePiece(result)
  const { documents, ...reading } = result.reading
  yield packed({ head: { source: result.source, reading } })
  for (const document of documents) yield packed({ document })
}

/** Puts pieces together again as they come. What fails on its way has failed, whatever of it is there. */
export function gatherPieces(): { take(bytes: Uint8Array): void; result(): ReadResult } {
  let head: Extract<Piece, { head: unknown }>['head'] | null = null
  let failure: ReadFailure | null = null
  const documents: ReadDocument[] = []
  return {
    take(bytes) {
      const piece = deserialize(bytes) as Piece
      if ('failure' in piece) failure = piece.failure
      else if ('head' in piece) head = piece.head
      else documents.push(piece.document)
    },
    result() {
      if (failure) return failure
      if (!head) throw new Error('a reading came without its head')
      return { ok: true, source: head.source, reading: { ...head.reading, documents } }
    },
  }
}
