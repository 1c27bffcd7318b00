import type { Context } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { BySense } from '../../../../portal/components/by-sense/by-sense.tsx'
import { ChartFigure } from '../../../../portal/components/chart-figure/chart-figure.tsx'
import { DataTable } from '../../../../portal/components/data-table/data-table.tsx'
import { errorPage } from '../../../../portal/error-page.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { csv } from '../../rules/csv.ts'
import { periodName } from '../../rules/period.ts'
import { findingOfSeries, type Series } from '../../rules/series.ts'
import { csvResponse } from '../answer-text.ts'
import { chartResponse } from './chart-response.ts'
import { allSeries, chartOfSeries, loadStatistics, seriesAddress, seriesAt } from './statistics-data.ts'
import { STATISTICS_COLUMN } from './statistics-page.tsx'

async function load(c: Context<AppEnv>, deps: Deps): Promise<Series | null> {
  const { name = '', unit = '', span = '' } = c.req.param() as Record<string, string>
  return seriesAt(allSeries(await loadStatistics(c, deps)), name, unit, span)
}

const titleOf = ({ name, unit, span }: Series): string =>
  `${name}${span === '全年' ? '' : `（${span}）`}${unit ? `，${unit}` : ''}`

/** `/statistics/series/{name}/{unit}/{span}`: an indicator over the years, with the table that each figure stands in. */
export async function seriesPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const series = await load(c, deps)
  if (!series) return errorPage(c, shell, 404)
  const address = seriesAddress(series)
  return shell.page(
    c,
    {
      title: titleOf(series),
      description: findingOfSeries(series),
      column: STATISTICS_COLUMN,
      keywords: ['统计', series.name],
      tags: ['documents'],
    },
    <>
      <Crumbs steps={[{ text: '统计数据', href: '/statistics' }]} />
      <h1 class="page-title by-sense">
        <BySense text={titleOf(series)} cut={deps.words.cut} />
      </h1>
      <p class="page-lead">{findingOfSeries(series)}。各年的数字取自当年的统计表，按名称和单位连成一列。</p>
      <ChartFigure finding={findingOfSeries(series)} src={`${address}/chart.svg`} tableId="series" />
      <div class="statistic-table">
        <DataTable
          id="series"
          caption={titleOf(series)}
          csvHref={`${address}/data.csv`}
          columns={[
            { label: '时期' },
            { label: `数值${series.unit ? `（${series.unit}）` : ''}`, isNumber: true },
            { label: '出处' },
          ]}
          rows={series.points.map(({ period, value, url }) => [
            periodName(period),
            String(value),
            <a href={url}>这一年的统计表</a>,
          ])}
        />
      </div>
    </>,
  )
}

/** `…/chart.svg` */
export async function seriesChart(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const series = await load(c, deps)
  return series ? chartResponse(c, deps, chartOfSeries(series)) : errorPage(c, shell, 404)
}

/** `…/data.csv` */
export async function seriesCsv(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const series = await load(c, deps)
  if (!series) return errorPage(c, shell, 404)
  const rows = series.points.map(({ period, value }) => [periodName(period), String(value)])
  return csvResponse(c, titleOf(series), csv(['时期', `数值${series.unit ? `（${series.unit}）` : ''}`], rows))
}
