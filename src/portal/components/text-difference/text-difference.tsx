import type { FC } from 'hono/jsx'

export interface DifferenceRun {
  /** In both texts, only in the first, only in the second. */
  readonly kind: 'same' | 'from' | 'to'
  readonly text: string
}

export interface TextDifferenceProps {
  /** Which side is shown: what the first text has, or what the second has. */
  readonly side: 'from' | 'to'
  readonly runs: readonly DifferenceRun[]
}

/**
 * One side of two texts: what was taken out is struck through, what was put in is underlined, and both are named for who
 * hears the page instead of seeing it.
 */
export const TextDifference: FC<TextDifferenceProps> = ({ side, runs }) => (
  <>
    {runs.map(({ kind, text }) => {
      if (kind === 'same') return text
      if (kind !== side) return null
      return kind === 'from' ? (
        <del>
          <span class="hidden-text">（删去）</span>
          {text}
        </del>
      ) : (
        <ins>
          <span class="hidden-text">（新增）</span>
          {text}
        </ins>
      )
    })}
  </>
)
