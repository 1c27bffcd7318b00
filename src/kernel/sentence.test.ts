import { expect, test } from 'vitest'
import { asSentence } from './sentence.ts'

test.each([
  ['装错了期号', '装错了期号。'],
  ['装错了期号。', '装错了期号。'],
  ['任命甲为局长；', '任命甲为局长。'],
  ['事项如下：', '事项如下。'],
  ['还能用吗？', '还能用吗？'],
  ['他说“不行。”', '他说“不行。”'],
  [' ', ''],
])('%j is said as %j', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence)
})
