import { componentExamples } from '../../examples.ts'
import { PhoneLink } from './phone-link.tsx'

export const phoneLink = componentExamples({
  name: 'phone-link',
  component: PhoneLink,
  around: (child) => <p>{child}</p>,
  cases: { 'of a department': { phone: '（0000）5550 0130', class: 'phone' }, short: { phone: '12345' } },
})
