import type { FC } from 'hono/jsx'

export interface ChartFigureProps {
  /** The finding: what the picture shows, for who does not see it. */
  readonly finding: string
  /** Address of the picture; `?theme=` and `?width=` choose its form. */
  readonly src: string
  /** Id of the table beneath that holds the numbers. */
  readonly tableId: string
}

/** A chart as a picture of its own, by day and by night, on the desk and on a phone; its numbers stand in the table beneath. */
export const ChartFigure: FC<ChartFigureProps> = ({ finding, src, tableId }) => {
  const form = (theme: string, width: string) => `${src}?theme=${theme}&width=${width}`
  return (
    <figure class="chart-figure">
      <picture>
        <source media="(max-width: 44rem) and (prefers-color-scheme: dark)" srcset={form('dark', 'narrow')} />
        <source media="(max-width: 44rem)" srcset={form('light', 'narrow')} />
        <source media="(prefers-color-scheme: dark)" srcset={form('dark', 'wide')} />
        <img src={form('light', 'wide')} alt={finding} />
      </picture>
      <figcaption class="page-only">
        <a href={`#${tableId}`}>图中的数字见下表</a>
      </figcaption>
    </figure>
  )
}
