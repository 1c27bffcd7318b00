import type { FC } from 'hono/jsx'

interface Neighbour {
  readonly text: string
  readonly href: string
}

export interface TurnProps {
  /** What is turned: 前后各期, 本期前后文件. */
  readonly label: string
  readonly previous: (Neighbour & { readonly word: string }) | null
  readonly next: (Neighbour & { readonly word: string }) | null
}

/** The way to what stands before and after, as in a book. */
export const Turn: FC<TurnProps> = ({ label, previous, next }) =>
  previous || next ? (
    <nav class="turn" aria-label={label}>
      {previous ? (
        <a rel="prev" href={previous.href}>
          {previous.word}：{previous.text}
        </a>
      ) : null}
      {next ? (
        <a rel="next" class="turn-next" href={next.href}>
          {next.word}：{next.text}
        </a>
      ) : null}
    </nav>
  ) : null
