import { componentExamples } from '../../examples.ts'
import { ChartFigure } from './chart-figure.tsx'

export const chartFigure = componentExamples({
  name: 'chart-figure',
  component: ChartFigure,
  cases: {
    'of a table': {
      finding: '2024年一季度，4项指标都没有下降，规模以上工业增加值增长最快（6.8%）',
      src: '/statistics/990102-2024-000001/1/chart.svg',
      tableId: 'table-1',
    },
  },
})
