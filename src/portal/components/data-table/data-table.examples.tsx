import { componentExamples } from '../../examples.ts'
import { TaskState } from '../task-state/task-state.tsx'
import { DataTable } from './data-table.tsx'

export const dataTable = componentExamples({
  name: 'data-table',
  component: DataTable,
  cases: {
    'numbers that scroll': {
      id: 'indicators',
      caption: '2024年一季度全区主要经济指标',
      note: '单位：万元',
      columns: [
        { label: '指标' },
        { label: '一月', isNumber: true },
        { label: '二月', isNumber: true },
        { label: '三月', isNumber: true },
      ],
      rows: [
        ['一般公共预算收入', '18,204', '12,077', '16,930'],
        ['规模以上工业增加值', '—', '43,118', '51,600'],
      ],
      csvHref: '/documents/990102-2024-000005/tables/1.csv',
    },
    'tasks that become cards': {
      id: 'ledger',
      caption: '分工给区民政局的任务',
      columns: [{ label: '任务' }, { label: '责任单位' }, { label: '完成时限' }, { label: '状态' }],
      rows: [['建成十六处助餐点', '区民政局、区住建局', '2024年9月30日', <TaskState state="overdue" days={24} />]],
      narrow: 'cards',
    },
  },
})
