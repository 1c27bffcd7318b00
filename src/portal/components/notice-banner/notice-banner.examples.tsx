import { componentExamples } from '../../examples.ts'
import { NoticeBanner } from './notice-banner.tsx'

export const noticeBanner = componentExamples({
  name: 'notice-banner',
  component: NoticeBanner,
  cases: {
    repealed: {
      kind: 'repealed',
      text: '自2025年9月5日起不再执行。',
      children: <a href="/documents/990102-2025-000007">看废止它的决定</a>,
    },
    amended: { kind: 'amended', text: '下面是2025年9月5日修改后的文本。' },
    expired: { kind: 'expired', text: '有效期到2024年12月31日。' },
    'of the portal': { kind: 'notice', text: '周六凌晨维护，届时可能打不开。' },
  },
})
