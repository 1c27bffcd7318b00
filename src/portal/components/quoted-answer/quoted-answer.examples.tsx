import { componentExamples } from '../../examples.ts'
import { ValidityMark } from '../validity-mark/validity-mark.tsx'
import { QuotedAnswer } from './quoted-answer.tsx'

export const quotedAnswer = componentExamples({
  name: 'quoted-answer',
  component: QuotedAnswer,
  around: (child) => (
    <section>
      <h1 class="hidden-text">查询结果</h1>
      {child}
    </section>
  ),
  cases: {
    'a rule with its source': {
      quote: ['雪停后四小时内，临街单位应当把门前人行道的积雪扫净。'],
      source: { text: '《明溪区冬季清扫积雪办法》第六条', href: '/documents/990102-2025-000001#c6' },
      children: (
        <>
          <span class="number">明溪政办发〔2025〕21号</span>
          <ValidityMark state="in-force" />
        </>
      ),
    },
  },
})
