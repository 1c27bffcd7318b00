import { expect, test } from 'vitest'
import { leftMargin } from './left-margin.ts'
import { readText } from './testing.ts'

const long = '为进一步规范城区停车秩序，方便群众出行，经研究决定对部分路段的停车泊位作如下调整'
const page = (...indents: number[]) =>
  indents.map((indent, at) => ({ number: at + 1, text: `${' '.repeat(indent)}${long}` }))

test.each([
  { indents: [8, 8, 12, 8, 8, 8, 12, 8, 8, 12, 8, 8], margin: 8, because: 'paragraphs begin further in' },
  { indents: [4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0], margin: 0, because: 'lines begin at the left' },
  { indents: [8, 8], margin: 0, because: 'two lines tell nothing' },
])('lines in by $indents: a margin of $margin ($because)', ({ indents, margin }) => {
  expect(leftMargin(page(...indents))).toBe(margin)
})

test('paragraphs are told by what stands further in than the margin', () => {
  const left = ' '.repeat(8)
  const sentence = (first: string) => [
    `${left}    ${first}，市自然资源和规划局会同沿线各镇人民政府完成了测绘工作`,
    `${left}和权属调查，对全部二百一十六处古树名木建立了档案，逐一落实了管护责任人并`,
    `${left}签订了责任书，每年由市财政按照每株二百元的标准安排管护经费，列入预算之内`,
    `${left}并向社会公布。`,
  ]
  const text = [
    `${left}          云岭市人民政府关于古树保护的通知`,
    `${left}各镇人民政府：`,
    ...sentence('今年上半年以来'),
    ...sentence('去年下半年以来'),
    ...sentence('前年第四季度以来'),
    ...sentence('本月中旬起'),
  ].join('\n')
  const texts = readText(text).documents[0]?.elements.filter(({ kind }) => kind === 'paragraph') ?? []
  expect(texts).toHaveLength(4)
})
