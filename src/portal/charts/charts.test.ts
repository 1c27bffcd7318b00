import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../kernel/colour.ts'
import { type Chart, drawChart } from './draw-chart.ts'
import { asPresentation } from './presentation.ts'
import { CHART_COLOURS, coloursOf } from './theme.ts'

test.each(['light', 'dark'] as const)('colours of the %s theme come from the tokens and can be read', (theme) => {
  const colours = coloursOf(readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8'), theme)
  expect(colours).toEqual(CHART_COLOURS[theme])
  for (const name of ['ink', 'soft', 'indigo'] as const)
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5)
})

test('styles become attributes, what only pointers need is left out', () => {
  expect(
    asPresentation(
      '<svg><style>.a:hover{}</style><text class="a" style="font-size:14px;font-family:sans;cursor:pointer">甲</text></svg>',
    ),
  ).toBe('<svg><text font-size="14px" font-family="sans">甲</text></svg>')
})

describe('a chart', () => {
  const chart: Chart = {
    title: '2024年，2项指标都没有下降，规模以上工业增加值增长最快（6.8%）',
    axis: '同比增长（%）',
    kind: 'ranks',
    entries: [
      { label: '规模以上工业增加值', value: 6.8 },
      { label: '一般公共预算收入', value: -3.6 },
    ],
  }
  test.each([
    ['light', 'wide'],
    ['dark', 'narrow'],
  ] as const)('says its finding, its axis and every number, %s and %s', async (theme, width) => {
    const svg = await drawChart(chart, { theme, width, main: null })
    const words = svg.replace(/<[^>]+>/gu, '')
    for (const said of ['规模以上工业增加值', '一般公共预算收入', '6.8', '-3.6', '同比增长（%）'])
      expect(words).toContain(said)
    expect(words.replace(/\s/gu, '')).toContain('2024年，2项指标都没有下降')
    expect(svg).toContain(CHART_COLOURS[theme].paper)
    expect(svg).not.toMatch(/\sstyle=|<style|<script/u)
    expect(() => new SaxesParser().write(svg).close()).not.toThrow()
  })

  test.each(['ranks', 'years'] as const)('of %s is drawn in the colour of the district', async (kind) => {
    const form = { theme: 'light', width: 'wide' } as const
    const [own, usual] = [
      await drawChart({ ...chart, kind }, { ...form, main: '#7a1f1f' }),
      await drawChart({ ...chart, kind }, { ...form, main: null }),
    ]
    expect(own).toMatch(/(?:fill|stroke)="#7a1f1f"/u)
    expect(own).not.toContain(CHART_COLOURS.light.indigo)
    expect(usual).toContain(CHART_COLOURS.light.indigo)
  })

  test('over the years is a line through every year', async () => {
    const entries = [2022, 2023, 2024].map((year, at) => ({ label: `${year}年`, value: 40 + at }))
    const svg = await drawChart({ ...chart, kind: 'years', entries }, { theme: 'light', width: 'wide', main: null })
    for (const { label } of entries) expect(svg).toContain(label)
  })

  test('over the years names every period also on a phone', async () => {
    const entries = [2022, 2023, 2024, 2025].map((year, at) => ({ label: `${year}年上半年`, value: 40 + at }))
    const svg = await drawChart({ ...chart, kind: 'years', entries }, { theme: 'light', width: 'narrow', main: null })
    const words = svg.replace(/<[^>]+>/gu, '')
    for (const { label } of entries) expect(words).toContain(label.slice(0, 5))
    expect(words.match(/上半年/gu)).toHaveLength(4)
  })

  test('over the years passes over a year without a figure, in even steps', async () => {
    const entries = [
      { label: '2022年', value: 40 },
      { label: '2023年', value: null },
      { label: '2024年', value: 44 },
    ]
    const svg = await drawChart({ ...chart, kind: 'years', entries }, { theme: 'light', width: 'wide', main: null })
    const places = entries.map(({ label }) =>
      Number(new RegExp(`translate\\(([\\d.]+) [\\d.]+\\)"[^>]*>${label}<`, 'u').exec(svg)?.[1]),
    )
    expect(places.every(Number.isFinite)).toBe(true)
    const [first = 0, second = 0, third = 0] = places
    expect(Math.abs(second - first - (third - second))).toBeLessThan(1)
    // One line of two points through the gap.
    expect(svg).toMatch(/<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+" fill="none"[^>]* stroke="#1f4e79"/u)
  })
})
