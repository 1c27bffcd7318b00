import type { Child, FC } from 'hono/jsx'

export interface QuotedAnswerProps {
  /** The words of the record, as they stand there. */
  readonly quote: readonly string[]
  readonly source: { readonly text: string; readonly href: string }
  /** Facts of the source: number, validity. */
  readonly children?: Child
}

/** An answer as a quotation with its source: the record speaks, not a machine. */
export const QuotedAnswer: FC<QuotedAnswerProps> = ({ quote, source, children }) => (
  <figure class="answer" id="answer">
    <h2>原文这样规定</h2>
    <blockquote cite={source.href}>
      {quote.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </blockquote>
    <figcaption>
      <p>
        <a href={source.href}>{source.text}</a>
      </p>
      {children ? <p class="meta">{children}</p> : null}
    </figcaption>
  </figure>
)
