import type { ReadTable } from '../../../reader/types.ts'
import { periodOfTable, readIndicators, type StatisticalIndicator } from './indicators.ts'
import { type Period, periodName } from './period.ts'

/** A statistical table with where it stands; `url` leads to it. */
export interface StatisticalTable {
  readonly documentTitle: string
  readonly url: string
  readonly table: ReadTable
}

export interface SeriesPoint {
  readonly period: Period
  readonly value: number
  /** The table that says it. */
  readonly url: string
}

/** One indicator over the years, in one unit and for one span of the year. */
export interface Series {
  readonly name: string
  readonly unit: string | null
  readonly span: string
  /** The earliest first, one a year, at least two. */
  readonly points: readonly SeriesPoint[]
}

/** Figures of an indicator: of the table's own period, or of each year that has a column. */
function pointsOf(indicator: StatisticalIndicator, period: Period | null, url: string): SeriesPoint[] {
  if (indicator.byYear.size > 0)
    return [...indicator.byYear].map(([year, value]) => ({ period: { year, span: '全年' }, value, url }))
  return period && indicator.value !== null ? [{ period, value: indicator.value, url }] : []
}

/**
 * What stands in several years as one series: indicators of the same name and unit, for the same span of the year (a first
 * quarter is not compared with a whole year). Of two figures for one year the one of the table that comes first counts, so
 * tables are given with the newest document first.
 */
export function seriesOf(tables: readonly StatisticalTable[]): readonly Series[] {
  const found = new Map<string, { name: string; unit: string | null; span: string; points: Map<number, SeriesPoint> }>()
  for (const { documentTitle, url, table } of tables) {
    const period = periodOfTable(table.title, documentTitle)
    for (const indicator of readIndicators(table)) {
      for (const point of pointsOf(indicator, period, url)) {
        const { name, unit } = indicator
        const { span, year } = point.period
        const key = `${name}|${unit ?? ''}|${span}`
        const series = found.get(key) ?? { name, unit, span, points: new Map() }
        if (!series.points.has(year)) series.points.set(year, point)
        found.set(key, series)
      }
    }
  }
  return [...found.values()]
    .filter(({ points }) => points.size > 1)
    .map(({ points, ...series }) => ({
      ...series,
      points: [...points.values()].sort((a, b) => a.period.year - b.period.year),
    }))
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** What a series shows, in a sentence: it is the title of its chart. */
export function findingOfSeries({ name, unit, points }: Series): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return name
  const said = `${periodName(last.period)}${name}${last.value}${unit ?? ''}`
  const then = `${first.period.year}年${first.period.span === '全年' ? '' : '同期'}`
  if (last.value === first.value) return `${said}，与${then}持平`
  // Per cent of nothing, or of a loss, mean nothing.
  if (first.value <= 0) return `${said}，${then}为${first.value}${unit ?? ''}`
  const change = (last.value / first.value - 1) * 100
  return `${said}，比${then}${change > 0 ? '增长' : '下降'}${rounded(Math.abs(change))}%`
}

/** A series year by year, so that a picture of it has even steps; null: no table tells that year's figure. */
export function everyYear({
  points,
  span,
}: Series): readonly { readonly period: Period; readonly value: number | null }[] {
  const first = points[0]?.period.year ?? 0
  const last = points.at(-1)?.period.year ?? first - 1
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    period: { year: first + at, span },
    value: points.find(({ period }) => period.year === first + at)?.value ?? null,
  }))
}

/** What the growth of a table's indicators shows, in a sentence. Null: the table tells no growth. */
export function findingOfGrowth(indicators: readonly StatisticalIndicator[], period: Period | null): string | null {
  const told = indicators.filter(
    (indicator): indicator is StatisticalIndicator & { growth: number } => indicator.growth !== null,
  )
  if (told.length < 2) return null
  const up = told.filter(({ growth }) => growth > 0)
  const down = told.filter(({ growth }) => growth < 0)
  const top = told.reduce((best, one) => (one.growth > best.growth ? one : best))
  const when = period ? `${periodName(period)}，` : ''
  if (down.length === 0) return `${when}${told.length}项指标都没有下降，${top.name}增长最快（${rounded(top.growth)}%）`
  if (up.length === 0) return `${when}${told.length}项指标都没有增长`
  return `${when}${told.length}项指标中${up.length}项增长、${down.length}项下降，${top.name}增长最快（${rounded(top.growth)}%）`
}
