import { componentExamples } from '../../examples.ts'
import { BySense } from './by-sense.tsx'

export const bySense = componentExamples({
  name: 'by-sense',
  component: BySense,
  around: (child) => <h2 class="by-sense">{child}</h2>,
  cases: {
    'a notice': { text: '明溪区人民政府办公室关于印发《明溪区老旧小区加装电梯实施办法》的通知' },
    'with words': {
      text: '明溪区人民政府关于做好2025年冬季供热保障工作的通知',
      cut: () => ['明溪区', '人民政府', '关于', '做好', '2025', '年', '冬季', '供热', '保障', '工作', '的', '通知'],
    },
    'one word': { text: '公告' },
    'of several issuers': {
      text: '明溪区民政局明溪区财政局关于调整城乡居民最低生活保障标准的通知',
      issuers: ['明溪区民政局', '明溪区财政局'],
    },
    'text is escaped': { text: '<b>关于</b>印发《甲&乙》的通知' },
  },
})
