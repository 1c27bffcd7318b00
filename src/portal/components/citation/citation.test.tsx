import { expect, test } from 'vitest'
import { Citation } from './citation.tsx'

test('without a script the line can be read and its buttons do not stand there', () => {
  const html = String(<Citation text="《通知》" address="https://www.mingxi.example/documents/1" />)
  expect(html).toContain('<p>《通知》</p>')
  expect(html.match(/<button[^>]*hidden/g)).toHaveLength(2)
})
