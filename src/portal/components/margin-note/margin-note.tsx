import type { Child, FC } from 'hono/jsx'

export interface MarginNoteProps {
  /** The line that stands on a phone: what is inside, and how many. */
  readonly summary: string
  readonly groups: readonly { readonly label: string; readonly entries: readonly Child[] }[]
}

/** A note beside its clause; on narrow pages a line that opens. */
export const MarginNote: FC<MarginNoteProps> = ({ summary, groups }) => (
  <details class="note fold">
    <summary>{summary}</summary>
    <div class="note-body">
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ label, entries }) => (
          <div class="note-group">
            <p class="note-label">{label}</p>
            <ul>
              {entries.map((entry) => (
                <li>{entry}</li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  </details>
)

export interface FactsProps {
  /** What is null is left out. */
  readonly facts: readonly (readonly [term: string, value: Child | null])[]
}

/** Terms with their values, in two columns. */
export const Facts: FC<FactsProps> = ({ facts }) => (
  <dl class="facts">
    {facts
      .filter(([, value]) => value !== null && value !== '')
      .map(([term, value]) => (
        <>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
)
