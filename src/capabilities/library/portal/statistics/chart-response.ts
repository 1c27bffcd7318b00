import type { Context } from 'hono'
import { isUnchanged } from '../../../../platform/http/conditional.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { contentHash } from '../../../../portal/assets.ts'
import { type Chart, type ChartForm, drawChart } from '../../../../portal/charts/draw-chart.ts'
import { readableMain } from '../../../../portal/colours.ts'

/** Charts lately drawn, by what they show and how: the same numbers are the same picture. */
const drawn = new Map<string, string>()
const MOST = 300

async function svgOf(chart: Chart, form: ChartForm): Promise<string> {
  const key = JSON.stringify([chart, form])
  const known = drawn.get(key)
  if (known) return known
  const svg = await drawChart(chart, form)
  if (drawn.size >= MOST) drawn.clear()
  drawn.set(key, svg)
  return svg
}

/** Answers with a chart in the theme and width that the address asks for, in the colour of the district. */
export async function chartResponse(c: Context<AppEnv>, deps: Deps, chart: Chart): Promise<Response> {
  const theme = c.req.query('theme') === 'dark' ? 'dark' : 'light'
  const { colours } = await deps.settings(c.get('site').id)
  const svg = await svgOf(chart, {
    theme,
    main: (colours && readableMain(colours)?.[theme]) ?? null,
    width: c.req.query('width') === 'narrow' ? 'narrow' : 'wide',
  })
  const headers = { 'Cache-Control': 'no-cache', ETag: `"${contentHash(svg)}"` }
  if (isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', ...headers })
}
