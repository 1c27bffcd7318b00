import { componentExamples } from '../../examples.ts'
import { ContentsLeaders } from './contents-leaders.tsx'

export const contentsLeaders = componentExamples({
  name: 'contents-leaders',
  component: ContentsLeaders,
  cases: {
    'an issue': {
      parts: [
        {
          name: '区政府文件',
          entries: [
            {
              title: '明溪区人民政府关于印发《明溪区机动车停车管理办法》的通知',
              url: '/documents/990102-2024-000001',
              docNumber: '明溪政发〔2024〕2号',
              signedOn: '2024-02-20',
              validity: 'amended',
              page: 3,
            },
          ],
        },
        { name: '统计数据', entries: [{ title: '主要经济指标', url: '/documents/990102-2024-000005', page: 48 }] },
      ],
    },
    'pages unknown': {
      parts: [{ name: '人事任免', entries: [{ title: '关于周望舒等同志职务任免的通知', url: '/documents/4' }] }],
    },
  },
})
