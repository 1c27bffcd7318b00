import { componentExamples } from '../../examples.ts'
import { Citation } from './citation.tsx'

export const citation = componentExamples({
  name: 'citation',
  component: Citation,
  cases: {
    'of a document': {
      text: '明溪区人民政府办公室：《关于做好冬季清扫积雪工作的通知》，明溪政办发〔2025〕21号，2025年11月3日',
      address: 'https://www.mingxi.example/documents/990102-2025-000001',
    },
  },
})
