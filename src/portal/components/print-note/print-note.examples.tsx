import { componentExamples } from '../../examples.ts'
import { PrintNote } from './print-note.tsx'

export const printNote = componentExamples({
  name: 'print-note',
  component: PrintNote,
  cases: {
    'on paper': {
      address: 'https://www.mingxi.example/documents/990102-2025-000001',
      state: '现行有效（2025年11月24日）',
    },
  },
})
