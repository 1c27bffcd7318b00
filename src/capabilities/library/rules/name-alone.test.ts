import { expect, test } from 'vitest'
import { nameAlone } from './name-alone.ts'

test.each([
  ['通知.txt', '通知.txt'],
  ['2024/公报/第1期.pdf', '第1期.pdf'],
  ['D:\\公报\\第1期.pdf', '第1期.pdf'],
  ['2024/', '2024/'],
])('%s is called %s', (path, name) => {
  expect(nameAlone(path)).toBe(name)
})
