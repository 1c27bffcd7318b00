import type { Child, FC } from 'hono/jsx'
import { jointParts } from './joint-parts.ts'
import { type CutWords, sensePieces } from './sense-pieces.ts'

/** Longest end of a title that is kept in one line; a longer one would not fit a phone. */
const LONGEST_TAIL = 9
const BREAK = <wbr />

export interface BySenseProps {
  readonly text: string
  /** The site's words (`deps.words.cut`); without them a title breaks at its punctuation and at 关于. */
  readonly cut?: CutWords | undefined
  /** Who issued the document: where several did, each name in its title is a part of its own. */
  readonly issuers?: readonly string[]
}

const Pieces: FC<Pick<BySenseProps, 'text' | 'cut'>> = ({ text, cut }) => {
  const pieces = sensePieces(text, cut)
  const isTail = (piece: string, index: number) =>
    index > 0 && index === pieces.length - 1 && piece.length <= LONGEST_TAIL
  // One list without parts of parts: a page of titles has some hundred pieces.
  const shown = pieces.flatMap((piece, index): Child[] => [
    ...(index > 0 ? [BREAK] : []),
    isTail(piece, index) ? <span class="nb">{piece}</span> : piece,
  ])
  return <>{shown}</>
}

/**
 * The inside of a title that breaks by sense; its element bears the class `by-sense`. Titles of joint documents begin with
 * the names of all issuers in one string: each stands apart, and lines break between them first (GB/T 9704).
 */
export const BySense: FC<BySenseProps> = ({ text, cut, issuers = [] }) => {
  const parts = jointParts(text, issuers)
  if (parts.length === 1) return <Pieces text={text} cut={cut} />
  return (
    <>
      {parts.map((part) => (
        <span class="joint">
          <Pieces text={part} cut={cut} />
        </span>
      ))}
    </>
  )
}
