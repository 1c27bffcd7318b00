import type { FC } from 'hono/jsx'
import { type CutWords, sensePieces } from './sense-pieces.ts'

/** Longest end of a title that is kept in one line; a longer one would not fit a phone. */
const LONGEST_TAIL = 9

export interface BySenseProps {
  readonly text: string
  /** The site's words (`deps.words.cut`); without them a title breaks at its punctuation and at 关于. */
  readonly cut?: CutWords | undefined
}

/** The inside of a title that breaks by sense; its element bears the class `by-sense`. */
export const BySense: FC<BySenseProps> = ({ text, cut }) => {
  const pieces = sensePieces(text, cut)
  return (
    <>
      {pieces.map((piece, index) => (
        <>
          {index > 0 ? <wbr /> : null}
          {index > 0 && index === pieces.length - 1 && piece.length <= LONGEST_TAIL ? (
            <span class="nb">{piece}</span>
          ) : (
            piece
          )}
        </>
      ))}
    </>
  )
}
