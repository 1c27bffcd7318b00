import type { EChartsCoreOption } from 'echarts/core'
import { asPresentation } from './presentation.ts'
import { CHART_COLOURS, type ChartColours, type ChartTheme } from './theme.ts'

interface Entry<Value> {
  readonly label: string
  readonly value: Value
}

interface Words {
  /** The finding, as a sentence. */
  readonly title: string
  /** What the axis of numbers counts, with its unit. */
  readonly axis: string
}

/** Things side by side, as lying bars. */
interface Ranks extends Words {
  readonly kind: 'ranks'
  readonly entries: readonly Entry<number>[]
}

/** The same thing over time, as a line; null: that year has no figure, the line passes over it. */
interface Years extends Words {
  readonly kind: 'years'
  readonly entries: readonly Entry<number | null>[]
}

/** What a chart shows. */
export type Chart = Ranks | Years

export interface ChartForm {
  readonly theme: ChartTheme
  /** `narrow` is drawn for the width of a phone, so that its letters keep their size. */
  readonly width: 'wide' | 'narrow'
  /** The district's own main colour for this theme, `#rrggbb`; null: the portal's. */
  readonly main: string | null
}

/** Widths in CSS pixels: of the column on the desk, of a phone. */
const WIDTHS = { wide: 760, narrow: 350 } as const
/** Names in single quotes: the library writes them into an attribute as they are. */
const FONT = "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif"
const ROW = 34
/** Width of a letter of the labels. */
const LETTER = 14
const YEARS_HEIGHT = 320

/** Nothing of the library is loaded before the first chart is asked for. */
const library = (() => {
  let loaded: Promise<typeof import('./chart-library.ts')> | null = null
  return () => {
    loaded ??= import('./chart-library.ts')
    return loaded
  }
})()

const titleLines = (title: string, width: number): number => Math.ceil((title.length * 17) / (width - 8))

function frame(chart: Chart, colours: ChartColours, width: number): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: colours.paper,
    textStyle: { fontFamily: FONT, fontSize: 14, color: colours.ink },
    title: {
      text: chart.title,
      left: 0,
      top: 0,
      padding: 0,
      textStyle: {
        width: width - 8,
        overflow: 'break',
        fontSize: 17,
        lineHeight: 26,
        color: colours.ink,
        fontWeight: 600,
      },
    },
  }
}

function ranks(chart: Ranks, colours: ChartColours, width: number, top: number): EChartsCoreOption {
  const longest = Math.min(width / 2.6, Math.max(...chart.entries.map(({ label }) => label.length)) * LETTER + 2)
  const values = chart.entries.map(({ value }) => value)
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  return {
    ...frame(chart, colours, width),
    grid: { left: 4, right: 56, top, bottom: 34, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      // Room for the number at the end of the longest bar to the left.
      min: least < 0 ? least - (most - least) * (width < WIDTHS.wide ? 0.4 : 0.14) : 0,
      max: most,
      name: chart.axis,
      nameLocation: 'middle',
      nameGap: 14,
      nameTextStyle: { color: colours.soft, fontSize: 14 },
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.entries.map(({ label }) => label),
      axisLine: { onZero: false, show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.ink, fontSize: 14, width: longest, overflow: 'break', lineHeight: 17 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: chart.entries.map(({ value }) => ({
          value,
          itemStyle: { color: value < 0 ? colours.soft : colours.indigo },
          label: { position: value < 0 ? 'left' : 'right' },
        })),
        label: { show: true, color: colours.ink, fontSize: 14 },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.soft, type: 'solid', width: 1 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  }
}

/** 2024年上半年: the year above its part, so that every year finds room on a phone. */
const inTwoLines = (period: string): string => period.replace(/^(\d+年)(?=.)/u, '$1\n')

function years(chart: Years, colours: ChartColours, width: number, top: number): EChartsCoreOption {
  return {
    ...frame(chart, colours, width),
    grid: { left: 8, right: 28, top: top + 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: chart.entries.map(({ label }) => (width < WIDTHS.wide ? inTwoLines(label) : label)),
      axisLine: { lineStyle: { color: colours.soft } },
      axisTick: { show: false },
      axisLabel: { color: colours.ink, fontSize: 14, lineHeight: 19, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      name: chart.axis,
      nameTextStyle: { color: colours.soft, fontSize: 14, align: 'left' },
      axisLabel: { color: colours.soft, fontSize: 14 },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        connectNulls: true,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 2.5, color: colours.indigo },
        itemStyle: { color: colours.indigo },
        data: chart.entries.map(({ value }) => value),
        label: { show: true, position: 'top', color: colours.ink, fontSize: 14 },
      },
    ],
  }
}

/** Draws a chart as SVG, on the server, in the colours of the tokens. */
export async function drawChart(chart: Chart, form: ChartForm): Promise<string> {
  const { init } = await library()
  const width = WIDTHS[form.width]
  const colours = form.main ? { ...CHART_COLOURS[form.theme], indigo: form.main } : CHART_COLOURS[form.theme]
  const top = titleLines(chart.title, width) * 26 + 12
  const height = top + (chart.kind === 'ranks' ? chart.entries.length * ROW + 40 : YEARS_HEIGHT)
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    instance.setOption(chart.kind === 'ranks' ? ranks(chart, colours, width, top) : years(chart, colours, width, top))
    return asPresentation(instance.renderToSVGString())
  } finally {
    instance.dispose()
  }
}
