import type { FC } from 'hono/jsx'

export interface ExampleQuestionsProps {
  readonly label: string
  readonly questions: readonly string[]
}

/** Questions under the search box, each a search. */
export const ExampleQuestions: FC<ExampleQuestionsProps> = ({ label, questions }) =>
  questions.length === 0 ? null : (
    <div class="examples">
      <span class="label">{label}</span>
      {questions.map((question) => (
        <a href={`/search?q=${encodeURIComponent(question)}`}>{question}</a>
      ))}
    </div>
  )
