import type { FC } from 'hono/jsx'

export interface ErrorSummaryProps {
  /** Each with the id of its field. */
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

/** What keeps a form from going on, at the top of the page, each linked to its field. A script moves the focus here. */
export const ErrorSummary: FC<ErrorSummaryProps> = ({ errors }) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} data-focus="">
      <h2>还有{errors.length}处要改</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
