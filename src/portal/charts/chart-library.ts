import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, TitleComponent, MarkLineComponent, SVGRenderer])

/** The parts of ECharts that charts of the portal need; loaded when the first chart is drawn. */
export { init }
