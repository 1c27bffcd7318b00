import { componentExamples } from '../../examples.ts'
import { SearchHit } from './search-hit.tsx'

export const searchHit = componentExamples({
  name: 'search-hit',
  component: SearchHit,
  around: (child) => (
    <section>
      <h2>共1件</h2>
      <ol>{child}</ol>
    </section>
  ),
  cases: {
    'with its passage': {
      title: '明溪区人民政府办公室关于印发《明溪区老年人助餐服务工作方案》的通知',
      url: '/documents/990102-2024-000003#c2-1',
      docNumber: '明溪政办发〔2024〕6号',
      signedOn: '2024-03-18',
      issuer: '明溪区人民政府办公室',
      validity: 'in-force',
      snippet: '六十周岁以上<mark>老年人</mark>在助餐点吃饭，凭身份证<mark>减免</mark>',
      clause: '二（一）',
    },
    'without a passage': {
      title: '2024年一季度全区主要经济指标',
      url: '/documents/990102-2024-000005',
      docNumber: null,
      signedOn: null,
      issuer: null,
      validity: 'unknown',
      snippet: '',
    },
  },
})
