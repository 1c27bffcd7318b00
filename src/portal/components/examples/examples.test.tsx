import { expect, test } from 'vitest'
import { ExampleQuestions } from './examples.tsx'

test('a question is a search for its words', () => {
  expect(String(<ExampleQuestions label="大家常问" questions={['停车&收费']} />)).toContain(
    'href="/search?q=%E5%81%9C%E8%BD%A6%26%E6%94%B6%E8%B4%B9"',
  )
})
