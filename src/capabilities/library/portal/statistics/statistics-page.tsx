import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Day } from '../../../../kernel/day.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../../portal/components/list-head/list-head.tsx'
import { PlainList } from '../../../../portal/components/plain-list/plain-list.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { findingOfSeries, type Series } from '../../rules/series.ts'
import { allSeries, loadStatistics, type Statistic, seriesAddress } from './statistics-data.ts'

/** The column of the portal that all statistics stand in. */
export const STATISTICS_COLUMN = { name: '统计数据', type: '统计信息', path: '/statistics' }

/** How much a table holds, and since when it can be read. */
const Extent: FC<{ rows: number; day: Day | null }> = ({ rows, day }) => (
  <>
    {rows}项
    {day ? (
      <>
        {'　'}
        <DayText day={day} />
        公布
      </>
    ) : null}
  </>
)

/** 2022年至2025年，3年有数 */
const Years: FC<{ series: Series }> = ({ series: { points } }) => {
  const [first, last] = [points[0]?.period.year, points.at(-1)?.period.year]
  return (
    <>
      {first}年至<time datetime={String(last)}>{last}年</time>
      {'　'}
      {points.length}年有数
    </>
  )
}

const Tables: FC<{ statistics: readonly Statistic[] }> = ({ statistics }) => (
  <>
    {[...Map.groupBy(statistics, ({ period }) => period?.year ?? null)].map(([year, tables]) => (
      <section class="browse-part" aria-labelledby={`year-${year}`}>
        <ListHead id={`year-${year}`} title={year === null ? '没有写明年份' : `${year}年`} />
        <PlainList
          items={tables.map(({ title, url, table, publishedOn, document }) => ({
            text: title,
            href: url,
            note: <Extent rows={table.rows.length} day={publishedOn ?? document.signedOn} />,
          }))}
        />
      </section>
    ))}
  </>
)

const AllSeries: FC<{ series: readonly Series[] }> = ({ series }) =>
  series.length === 0 ? null : (
    <section class="series-list" aria-labelledby="series">
      <ListHead id="series" title={`连续多年的指标（${series.length}）`} />
      <PlainList
        items={series.map((one) => ({
          text: findingOfSeries(one),
          href: seriesAddress(one),
          note: <Years series={one} />,
        }))}
      />
    </section>
  )

/** `/statistics`: what stands in several years, and every statistical table by its year. */
export async function statisticsPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const statistics = await loadStatistics(c, deps)
  const series = allSeries(statistics)
  return shell.page(
    c,
    {
      title: '统计数据',
      description: '公报里的统计表：每张表有图、有数、可以下载；多年都有的指标连成一列。',
      column: STATISTICS_COLUMN,
      keywords: ['统计', '经济指标'],
      tags: ['documents'],
    },
    <>
      <Crumbs steps={[{ text: '按类查找', href: '/browse' }]} />
      <h1 class="page-title">统计数据</h1>
      <p class="page-lead">
        公报和文件里的统计表，共{statistics.length}张。每张表有图、有数，可以下载；同一指标多年都有的，连成一列。
      </p>
      {statistics.length === 0 ? <Empty text="文件库里还没有统计表。" href="/documents" link="看全部文件" /> : null}
      <AllSeries series={series} />
      <div class="browse">
        <Tables statistics={statistics} />
      </div>
    </>,
  )
}
