import { componentExamples } from '../../examples.ts'
import { ValidityMark } from './validity-mark.tsx'

export const validityMark = componentExamples({
  name: 'validity-mark',
  component: ValidityMark,
  cases: {
    'in force': { state: 'in-force' },
    amended: { state: 'amended' },
    expired: { state: 'expired' },
    repealed: { state: 'repealed' },
  },
})
