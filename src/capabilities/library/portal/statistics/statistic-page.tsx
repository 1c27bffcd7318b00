import type { Context } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { BySense } from '../../../../portal/components/by-sense/by-sense.tsx'
import { ChartFigure } from '../../../../portal/components/chart-figure/chart-figure.tsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { ListHead } from '../../../../portal/components/list-head/list-head.tsx'
import { PlainList } from '../../../../portal/components/plain-list/plain-list.tsx'
import { errorPage } from '../../../../portal/error-page.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { periodName } from '../../rules/period.ts'
import { findingOfSeries } from '../../rules/series.ts'
import { PrintedTable } from '../document/table.tsx'
import { chartResponse } from './chart-response.ts'
import { allSeries, chartOfTable, loadStatistics, type Statistic, seriesAddress } from './statistics-data.ts'
import { STATISTICS_COLUMN } from './statistics-page.tsx'

export interface StatisticAddress {
  readonly documentId: string
  /** Place of the table in the document, from 1. */
  readonly number: number
}

const at = (all: readonly Statistic[], { documentId, number }: StatisticAddress): Statistic | undefined =>
  all.find(({ document, index }) => document.id === documentId && index === number - 1)

/** JSON-LD of a table (schema.org Dataset). */
const datasetOf = ({ title, document, period }: Statistic, csvHref: string): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: title,
  description: title,
  temporalCoverage: period ? String(period.year) : undefined,
  creator: document.issuer ? { '@type': 'GovernmentOrganization', name: document.issuer } : undefined,
  distribution: { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: csvHref },
  inLanguage: 'zh-CN',
})

/** `/statistics/{documentId}/{n}`: a statistical table with its chart above it. */
export async function statisticPage(
  c: Context<AppEnv>,
  deps: Deps,
  shell: Shell,
  address: StatisticAddress,
): Promise<Response> {
  const all = await loadStatistics(c, deps)
  const statistic = at(all, address)
  if (!statistic) return errorPage(c, shell, 404)
  const { title, document, table, url, period, publishedOn } = statistic
  const chart = chartOfTable(statistic)
  const csvHref = `/documents/${document.id}/tables/${address.number}.csv`
  const related = allSeries(all).filter(({ points }) => points.some((point) => point.url === url))
  return shell.page(
    c,
    {
      title,
      description: chart?.title ?? title,
      column: STATISTICS_COLUMN,
      keywords: ['统计', ...(period ? [periodName(period)] : [])],
      tags: [`document:${document.id}`, 'documents'],
      data: datasetOf(statistic, csvHref),
    },
    <>
      <Crumbs steps={[{ text: '统计数据', href: '/statistics' }]} />
      <h1 class="page-title by-sense">
        <BySense text={title} cut={deps.words.cut} />
      </h1>
      <p class="page-lead">
        来自<a href={document.url}>{document.title}</a>
        {document.docNumber}
        {publishedOn ? (
          <>
            ，发布于
            <DayText day={publishedOn} />
          </>
        ) : null}
        ，以原表为准。
      </p>
      {chart ? (
        <ChartFigure finding={chart.title} src={`${url}/chart.svg`} tableId={`table-${address.number}`} />
      ) : null}
      <div class="statistic-table">
        <PrintedTable
          table={table}
          index={address.number - 1}
          csvHref={csvHref}
          isTitleSaid={table.title === null || table.title === title}
        />
      </div>
      {related.length > 0 ? (
        <section class="page-section" aria-labelledby="related">
          <ListHead id="related" title="其中连续多年的指标" />
          <PlainList items={related.map((one) => ({ text: findingOfSeries(one), href: seriesAddress(one) }))} />
        </section>
      ) : null}
    </>,
  )
}

/** `/statistics/{documentId}/{n}/chart.svg` */
export async function statisticChart(
  c: Context<AppEnv>,
  deps: Deps,
  shell: Shell,
  address: StatisticAddress,
): Promise<Response> {
  const statistic = at(await loadStatistics(c, deps), address)
  const chart = statistic ? chartOfTable(statistic) : null
  return chart ? chartResponse(c, deps, chart) : errorPage(c, shell, 404)
}
