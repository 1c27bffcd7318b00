import { componentExamples } from '../../examples.ts'
import { DayText } from './day-text.tsx'

export const dayText = componentExamples({
  name: 'day-text',
  component: DayText,
  cases: { 'a day': { day: '2024-05-01' }, 'without its year': { day: '2024-12-31', short: true } },
})
