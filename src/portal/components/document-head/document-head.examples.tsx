import { componentExamples } from '../../examples.ts'
import { DocumentHead, Signature } from './document-head.tsx'

export const documentHead = componentExamples({
  name: 'document-head',
  component: DocumentHead,
  around: (child) => <article class="doc">{child}</article>,
  cases: {
    'one issuer': {
      issuers: ['明溪区人民政府办公室'],
      docNumber: '明溪政办发〔2025〕21号',
      title: '明溪区人民政府办公室关于做好冬季清扫积雪工作的通知',
    },
    'joint issuers': {
      issuers: ['明溪区教育和体育局', '明溪区财政局'],
      docNumber: '明溪教发〔2025〕9号',
      title: '关于公布课后服务收费标准的通知',
    },
    'a table without issuer and number': { issuers: [], docNumber: null, title: '2024年一季度全区主要经济指标' },
  },
})

export const signature = componentExamples({
  name: 'signature',
  component: Signature,
  cases: { 'with its day': { signers: ['明溪区人民政府办公室'], day: '2025年11月3日' } },
})
