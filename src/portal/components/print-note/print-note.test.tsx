import { expect, test } from 'vitest'
import { PrintNote } from './print-note.tsx'

test('paper says where it comes from', () => {
  expect(String(<PrintNote address="https://www.mingxi.example/documents/1" state="现行有效" />)).toContain(
    'https://www.mingxi.example/documents/1',
  )
})
