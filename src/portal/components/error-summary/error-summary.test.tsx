import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'

test('every error links to its field', () => {
  expect(String(<ErrorSummary errors={[{ field: 'from', message: '写错了' }]} />)).toContain(
    '<a href="#from">写错了</a>',
  )
})

test('a form without errors has no summary', () => {
  expect(String(<ErrorSummary errors={[]} />)).not.toContain('div')
})
