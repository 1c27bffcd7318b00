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

export interface DayFieldProps {
  /** Name of the parameter, and the field's id. */
  readonly name: string
  readonly label: string
  readonly value: string | null
  /** A day in the form that is asked for. */
  readonly example: string
}

/** Days as people write them: with strokes, points, 年月日, or the digits alone. */
const DAY_PATTERN = '\\d{4}[\\-.\\/年]?\\d{1,2}[\\-.\\/月]?\\d{1,2}日?'

/**
 * A day, written: fields of the browser's own for dates stop the keyboard four times each and hide the form of the day.
 */
export const DayField: FC<DayFieldProps> = ({ name, label, value, example }) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      type="text"
      inputmode="numeric"
      pattern={DAY_PATTERN}
      maxlength={11}
      title={`写成 ${example} 的样子`}
      placeholder={example}
      value={value ?? undefined}
    />
  </p>
)

/** A range of days as a form; it works without a script. */
export const DateRange: FC<DateRangeProps> = ({ action, legend, from, to, kept }) => (
  <form class="date-range" action={action} method="get">
    <fieldset>
      <legend>{legend}</legend>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <DayField name="from" label="从" value={from} example="2024-01-01" />
      <DayField name="to" label="到" value={to} example="2024-12-31" />
      <button class="button button--quiet" type="submit">
        按日期筛选
      </button>
    </fieldset>
  </form>
)
