import type { FC } from 'hono/jsx'
import type { ReadTable } from '../../../../reader/types.ts'

/** Cells that hold nothing but a number, a share or a stroke stand at the right. */
const FIGURE = /^[-+]?[\d,.]+%?$|^[—–-]$/u
/** Rows of a long table that are looked at to see what its columns hold. */
const LOOKED_AT = 40

/** Columns whose cells are all numbers, the first one (序号) never. */
function figureColumns({ columns, filledRows }: ReadTable): readonly boolean[] {
  return columns.map((_, column) => {
    if (column === 0) return false
    const cells = filledRows.slice(0, LOOKED_AT).flatMap((row) => row[column]?.trim() || [])
    return cells.length > 0 && cells.every((cell) => FIGURE.test(cell))
  })
}

/** The column that names a row: the first one that is not a running number. */
const nameColumn = (columns: readonly string[]): number => (/^(?:序号|编号)$/u.test(columns[0] ?? '') ? 1 : 0)

interface Head {
  readonly text: string
  readonly at: number
  readonly width: number
}

/** The cells of the head: one that says nothing belongs to the words before it, as it was printed; numbers stand under their own. */
function headsOf(columns: readonly string[], name: number, figures: readonly boolean[]): readonly Head[] {
  const isFirst = columns.map((text, at) => text !== '' || at <= name || figures[at] || figures[at - 1])
  return columns.flatMap((text, at) => {
    if (!isFirst[at] && columns.slice(name, at).some((before) => before !== '')) return []
    const next = isFirst.indexOf(true, at + 1)
    const end = text === '' ? at + 1 : next === -1 ? columns.length : next
    return [{ text, at, width: end - at }]
  })
}

/** What stands before the title of a row that has become a card: its number, as it is spoken of. */
const numberOf = (cell: string | undefined): string | undefined => (cell?.trim() ? `${cell.trim()}. ` : undefined)

const Band: FC<{ text: string; width: number }> = ({ text, width }) => (
  <tr class="band">
    <th colspan={width} scope="rowgroup">
      <span>{text}</span>
    </th>
  </tr>
)

/** A printed table: its rows as the source had them with merged cells filled, bands between, notes beneath. */
export const PrintedTable: FC<{
  table: ReadTable
  index: number
  csvHref: string
  /** The page that draws the numbers of the table. */
  pictureHref?: string | null
  isTitleSaid: boolean
}> = (props) => {
  const { table, index, csvHref, pictureHref, isTitleSaid } = props
  const { columns, filledRows, bands, notes, unitNote } = table
  const figures = figureColumns(table)
  const name = nameColumn(columns)
  const numbers = figures.filter(Boolean).length
  const id = `table-${index + 1}`
  const title = table.title ?? `表${index + 1}`
  return (
    <section class="table-box" aria-labelledby={id} tabindex={0}>
      <table class={numbers >= 3 ? 'scrolls' : 'cards'}>
        <caption id={id} class={isTitleSaid ? 'caption-said' : undefined}>
          {isTitleSaid ? <span class="hidden-text">{title}</span> : title}
          {unitNote ? <span class="label">{unitNote}</span> : null}
          {pictureHref ? (
            <a class="caption-link page-only" href={pictureHref} aria-label={`看图：${title}`}>
              看图
            </a>
          ) : null}
          <a class="caption-link page-only" href={csvHref} aria-label={`下载表格（CSV）：${title}`}>
            下载表格（CSV）
          </a>
        </caption>
        {columns.some((column) => column !== '') ? (
          <thead>
            <tr>
              {headsOf(columns, name, figures).map(({ text, at, width }) =>
                text === '' ? (
                  <td />
                ) : (
                  <th
                    scope={width > 1 ? 'colgroup' : 'col'}
                    colspan={width > 1 ? width : undefined}
                    class={figures[at] ? 'figure' : at < name ? 'num' : undefined}
                  >
                    {text}
                  </th>
                ),
              )}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {filledRows.map((row, at) => (
            <>
              {bands.flatMap(({ beforeRow, text }) =>
                beforeRow === at ? [<Band text={text} width={Math.max(1, columns.length)} />] : [],
              )}
              <tr>
                {row.map((cell, column) =>
                  column === name ? (
                    <th scope="row">
                      <span data-no={name > 0 ? numberOf(row[0]) : undefined}>{cell}</span>
                    </th>
                  ) : (
                    <td
                      data-label={columns[column] || undefined}
                      class={figures[column] ? 'figure' : column < name ? 'num' : undefined}
                    >
                      <span>{cell}</span>
                    </td>
                  ),
                )}
              </tr>
            </>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p class="label">{note}</p>
      ))}
    </section>
  )
}
