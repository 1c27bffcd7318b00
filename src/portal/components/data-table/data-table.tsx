import type { Child, FC } from 'hono/jsx'

export interface DataColumn {
  readonly label: string
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
}

export interface DataTableProps {
  /** Unique in the page: the caption labels the box in which the table scrolls. */
  readonly id: string
  readonly caption: string
  /** Unit or date of the numbers, as printed beside the title. */
  readonly note?: string | null
  readonly columns: readonly DataColumn[]
  /** Cells in the order of the columns; the first one names its row. */
  readonly rows: readonly (readonly Child[])[]
  readonly csvHref?: string
  /** On a phone: cards (few columns, long texts) or scrolling beside a fixed first column (many numbers). */
  readonly narrow?: 'cards' | 'scroll'
}

/** Stands in a cell that has nothing to say; a card leaves it out. */
export const NOTHING = '—'

const classOf = (cell: Child, column: DataColumn | undefined): string | undefined =>
  cell === NOTHING ? 'nothing' : column?.isNumber ? 'figure' : undefined

const Row: FC<{ cells: readonly Child[]; columns: readonly DataColumn[] }> = ({ cells, columns }) => (
  <tr>
    {cells.map((cell, index) =>
      index === 0 ? (
        <th scope="row">
          <span>{cell}</span>
        </th>
      ) : (
        <td data-label={columns[index]?.label || undefined} class={classOf(cell, columns[index])}>
          <span>{cell}</span>
        </td>
      ),
    )}
  </tr>
)

/** A table of three rules. It scrolls within itself with its first column fixed, or becomes cards on narrow pages. */
export const DataTable: FC<DataTableProps> = ({ id, caption, note, columns, rows, csvHref, narrow = 'scroll' }) => (
  <section class="table-box" aria-labelledby={id} tabindex={0}>
    <table class={narrow === 'cards' ? 'cards' : 'scrolls'}>
      <caption id={id}>
        {caption}
        {note ? <span class="label">{note}</span> : null}
        {csvHref ? (
          <a class="caption-link" href={csvHref} aria-label={`下载表格（CSV）：${caption}`}>
            下载表格（CSV）
          </a>
        ) : null}
      </caption>
      <thead>
        <tr>
          {columns.map(({ label, isNumber }) => (
            <th scope="col" class={isNumber ? 'figure' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <Row cells={cells} columns={columns} />
        ))}
      </tbody>
    </table>
  </section>
)
