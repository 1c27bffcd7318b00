import { componentExamples } from '../../examples.ts'
import { DocumentItem } from './document-item.tsx'

const plain = {
  title: '明溪区人民政府办公室关于做好冬季清扫积雪工作的通知',
  url: '/documents/990102-2025-000001',
  signedOn: '2025-11-03',
  docNumber: '明溪政办发〔2025〕21号',
  gist: '雪停后四小时内，临街单位把门前的雪扫净；早晚高峰前主干道先撒融雪剂。',
  validity: 'in-force',
}

export const documentItem = componentExamples({
  name: 'document-item',
  component: DocumentItem,
  around: (child) => (
    <section>
      <h2 class="section-title">文件</h2>
      <ul>{child}</ul>
    </section>
  ),
  cases: {
    'in force': { document: plain },
    repealed: { document: { ...plain, validity: 'repealed' } },
    'without number, day and gist': {
      document: { ...plain, signedOn: null, docNumber: null, gist: null, validity: 'unknown' },
    },
    'the longest title': {
      document: {
        ...plain,
        title:
          '明溪区人民政府办公室关于转发区发展和改革局区教育和体育局区财政局区住房和城乡建设局区卫生健康局关于进一步完善公共服务设施配套建设管理推动基本公共服务优质均衡发展若干措施（试行）的通知',
        validity: 'amended',
      },
      children: <span>含任务表</span>,
    },
  },
})
