import { expect, test } from 'vitest'
import { doubtBetween, type Marks } from './doubt.ts'

const marks = (title: string, docNumber: string | null, signedOn: string | null): Marks => ({
  title,
  docNumber,
  signedOn,
})
const number = '明溪政发〔2024〕2号'

test.each([
  [
    marks('关于规范停车的通知', number, null),
    marks('关于规范停东的通知', number, null),
    true,
    'one number, near titles',
  ],
  [
    marks('关于规范停车的通知', number, null),
    marks('关于同意设立社区的批复', number, null),
    false,
    'one number, two documents',
  ],
  [
    marks('关于停车的通知', '明溪政发〔2024〕3号', null),
    marks('关于停车的通知', '明溪政发〔2024〕8号', null),
    true,
    '3 and 8 look alike',
  ],
  [
    marks('令', '明溪令〔2023〕7号', null),
    marks('令', '明溪令〔2028〕1号', null),
    false,
    'two figures of a number, in two years',
  ],
  [
    marks('职务任免通知', '明溪政任〔2024〕1号', null),
    marks('职务任免通知', '明溪政任〔2024〕2号', null),
    false,
    'one title, two numbers',
  ],
  [
    marks('关于停车的通知', number, '2024-02-20'),
    marks('关于停车的通知', null, '2024-02-20'),
    true,
    'one without its number',
  ],
  [marks('职务任免通知', null, '2024-02-20'), marks('职务任免通知', null, '2024-05-20'), false, 'one title, two days'],
  [
    marks('关于停车的通知', number, '2024-02-20'),
    marks('关于停车的通知', null, null),
    true,
    'no day to tell them apart',
  ],
])('%j and %j: %s (%s)', (one, other, isDoubtful, _because) => {
  expect(doubtBetween(one, other) !== null).toBe(isDoubtful)
  expect(doubtBetween(other, one) !== null).toBe(isDoubtful)
})
