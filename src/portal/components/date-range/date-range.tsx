import type { FC } from 'hono/jsx'

export interface DateRangeProps {
  readonly action: string
  /** What is filtered by: 成文日期. */
  readonly legend: string
  readonly from: string | null
  readonly to: string | null
  /** Filters that stay chosen. */
  readonly kept: Readonly<Record<string, string>>
}

/** How a day is written: fields of the browser's own for dates stop the keyboard four times each and hide the form of the day. */
const DAY = { type: 'text', inputmode: 'numeric', pattern: '\\d{4}-\\d{2}-\\d{2}', maxlength: 10 } as const

/** A range of days as a form; it works without a script. */
export const DateRange: FC<DateRangeProps> = ({ action, legend, from, to, kept }) => (
  <form class="date-range" action={action} method="get">
    <fieldset>
      <legend>{legend}</legend>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="field">
        <label for="from">从</label>
        <input
          id="from"
          name="from"
          {...DAY}
          title="写成 2024-01-01 的样子"
          placeholder="2024-01-01"
          value={from ?? undefined}
        />
      </p>
      <p class="field">
        <label for="to">到</label>
        <input
          id="to"
          name="to"
          {...DAY}
          title="写成 2024-12-31 的样子"
          placeholder="2024-12-31"
          value={to ?? undefined}
        />
      </p>
      <button class="button button--quiet" type="submit">
        按日期筛选
      </button>
    </fieldset>
  </form>
)
