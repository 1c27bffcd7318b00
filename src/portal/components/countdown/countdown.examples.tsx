import { componentExamples } from '../../examples.ts'
import { Countdown } from './countdown.tsx'

const draft = {
  title: '明溪区公共停车场收费办法（征求意见稿）',
  href: '/consultations/7',
  gist: '前半小时免费，夜里最多收五元。',
  unit: '区发展和改革局',
  until: '2025-12-15',
  daysLeft: 21,
}

export const countdown = componentExamples({
  name: 'countdown',
  component: Countdown,
  around: (child) => (
    <section>
      <h2 class="section-title">正在征求意见</h2>
      <ul>{child}</ul>
    </section>
  ),
  cases: { 'three weeks left': draft, 'ends today': { ...draft, daysLeft: 0, gist: null, unit: null } },
})
