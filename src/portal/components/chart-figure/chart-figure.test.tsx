import { expect, test } from 'vitest'
import { ChartFigure } from './chart-figure.tsx'

test('the picture has words for who does not see it, and a form for night and phone', () => {
  const html = String(<ChartFigure finding="收入增长5%" src="/chart.svg" tableId="t" />)
  expect(html).toContain('alt="收入增长5%"')
  expect(html.match(/<source/g)).toHaveLength(3)
})
