import { expect, test } from 'vitest'
import { QuotedAnswer } from './quoted-answer.tsx'

test('a quotation names its source to machines and to people', () => {
  const html = String(<QuotedAnswer quote={['原文。']} source={{ text: '第六条', href: '/documents/1#c6' }} />)
  expect(html).toContain('<blockquote cite="/documents/1#c6">')
  expect(html).toContain('<a href="/documents/1#c6">第六条</a>')
})
