import type { Context } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import type { Chart } from '../../../../portal/charts/draw-chart.ts'
import { periodOfTable, readIndicators, type StatisticalIndicator } from '../../rules/indicators.ts'
import { type Period, periodName } from '../../rules/period.ts'
import { everyYear, findingOfGrowth, findingOfSeries, type Series, seriesOf } from '../../rules/series.ts'
import { type DocumentTable, listTables } from '../../store/collection.queries.ts'

/** A statistical table with what can be read from it. */
export interface Statistic extends DocumentTable {
  readonly url: string
  readonly title: string
  readonly period: Period | null
}

/** More lines than this are no picture. */
const MOST_BARS = 24

const toStatistic = (found: DocumentTable): Statistic => {
  const { document, index, table } = found
  return {
    ...found,
    url: `/statistics/${document.id}/${index + 1}`,
    title: table.title ?? document.title,
    period: periodOfTable(table.title, document.title),
  }
}

/** Every statistical table, those of the newest period first; what names no period comes last. */
export async function loadStatistics(c: Context<AppEnv>, deps: Deps): Promise<readonly Statistic[]> {
  const tables = await deps.database.read(c.get('site').id, (tx) => listTables(tx, c.get('visitor'), 'statistics'))
  const order = ({ period }: Statistic) => period?.year ?? 0
  return tables.map(toStatistic).sort((a, b) => order(b) - order(a))
}

/** What stands in several years, over all tables. */
export const allSeries = (statistics: readonly Statistic[]): readonly Series[] =>
  seriesOf(statistics.map(({ document, url, table }) => ({ documentTitle: document.title, url, table })))

/** `/statistics/series/地区生产总值/亿元/一季度` */
export const seriesAddress = ({ name, unit, span }: Series): string =>
  `/statistics/series/${[name, unit ?? '-', span].map(encodeURIComponent).join('/')}`

/** The series that an address names; null: the tables give none. */
export const seriesAt = (all: readonly Series[], name: string, unit: string, span: string): Series | null =>
  all.find((series) => series.name === name && (series.unit ?? '-') === unit && series.span === span) ?? null

const growthChart = (indicators: readonly StatisticalIndicator[], period: Period | null): Chart | null => {
  const finding = findingOfGrowth(indicators, period)
  const entries = indicators.flatMap(({ name, growth }) => (growth === null ? [] : [{ label: name, value: growth }]))
  return finding && entries.length <= MOST_BARS
    ? { kind: 'ranks', title: finding, axis: '同比增长（%）', entries: entries.sort((a, b) => b.value - a.value) }
    : null
}

/** Values of one unit side by side, where a table tells no growth. */
function valuesChart(indicators: readonly StatisticalIndicator[], title: string): Chart | null {
  const [largest] = [...Map.groupBy(indicators, ({ unit }) => unit)].sort((a, b) => b[1].length - a[1].length)
  if (!largest) return null
  const [unit, ofUnit] = largest
  const entries = ofUnit.flatMap(({ name, value }) => (value === null ? [] : [{ label: name, value }]))
  const top = entries.reduce<{ label: string; value: number } | null>(
    (best, one) => (best === null || one.value > best.value ? one : best),
    null,
  )
  if (entries.length < 2 || entries.length > MOST_BARS || !top) return null
  const axis = unit ?? '数值'
  return {
    kind: 'ranks',
    title: `${title}：${top.label}最多（${top.value}${unit ?? ''}）`,
    axis,
    entries: entries.sort((a, b) => b.value - a.value),
  }
}

/** The chart of a table: growth where it tells it, else values of one unit. Null: its numbers make no picture. */
export function chartOfTable({ table, period, title }: Statistic): Chart | null {
  const indicators = readIndicators(table)
  return growthChart(indicators, period) ?? valuesChart(indicators, title)
}

/** A series over the years. */
export const chartOfSeries = (series: Series): Chart => ({
  kind: 'years',
  title: findingOfSeries(series),
  axis: series.unit ?? '数值',
  entries: everyYear(series).map(({ period, value }) => ({ label: periodName(period), value })),
})
