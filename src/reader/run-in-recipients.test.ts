import { expect, test } from 'vitest'
import { readOne } from './testing.ts'

const read = (body: string) => {
  const { recipients, elements } = readOne(`明溪区人民政府关于加强停车管理的通知\n明溪政发〔2022〕5号\n${body}`)
  const [first] = elements.flatMap((element) => (element.kind === 'paragraph' ? [element.text] : []))
  return [recipients, first]
}

test.each<[string, string, string | null, string]>([
  [
    'many',
    '各街道办事处，区政府各部门、各直属机构：经区政府同意，现就有关事项通知如下。',
    '各街道办事处，区政府各部门、各直属机构',
    '经区政府同意，现就有关事项通知如下。',
  ],
  [
    'one that the text speaks to',
    '安溪镇人民政府:你镇《关于调整村规模的请示》收悉。',
    '安溪镇人民政府',
    '你镇《关于调整村规模的请示》收悉。',
  ],
  ['a label', '责任单位：区教育局牵头办理。', null, '责任单位：区教育局牵头办理。'],
  [
    'a sentence',
    '根据区委要求，现通知各单位：请于月底前报送总结。',
    null,
    '根据区委要求，现通知各单位：请于月底前报送总结。',
  ],
])('a text that runs on behind %s', (_name, body, recipients, text) => {
  expect(read(body)).toEqual([recipients, text])
})
