import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../law/national/kinds.ts'
import { convertText } from '../platform/converter/text.ts'
import { readSource } from '../reader/read-source.ts'
import type { Finding } from '../reader/types.ts'
import { describeReading, findingLines } from './describe-reading.ts'

const finding = (line: number | null, message: string, severity: Finding['severity'] = 'warning'): Finding => ({
  code: 'any',
  severity,
  message,
  line,
})

describe('findings for a person', () => {
  test.each([
    ['a line is named', [finding(3, '日期不对。')], ['[请核对] 第 3 行：日期不对。']],
    ['the whole file has no line', [finding(null, '有扫描页。')], ['[请核对] 有扫描页。']],
    [
      'the same sentence stands once with all its lines',
      [finding(4, '多一格。'), finding(9, '多一格。')],
      ['[请核对] 第 4、9 行：多一格。'],
    ],
    [
      'the gravest come first',
      [finding(1, '没有文号。', 'info'), finding(8, '行丢了。', 'error')],
      ['[错误] 第 8 行：行丢了。', '[提示] 第 1 行：没有文号。'],
    ],
  ])('%s', (_, findings, lines) => expect(findingLines(findings)).toEqual(lines))

  test('a hundred lines are counted, not listed', () => {
    const [line] = findingLines(Array.from({ length: 100 }, (_, at) => finding(at + 1, '多一格。')))
    expect(line).toMatch(/^\[请核对\] 第 1、2、.*12 行 等 100 处：多一格。$/)
  })
})

test('a reading names what was found, in the words of a clerk', () => {
  const text = `明溪区人民政府办公室关于做好夏季防汛工作的通知
明溪政办发〔2025〕8号

各街道办事处：
一、加强巡查
每日巡查一次。
二、备足物资
6月底前完成。

明溪区人民政府办公室
2025年5月6日
（此件公开发布）
`
  const source = convertText(Buffer.from(text), 'txt')
  if (!source.ok) throw new Error(source.problem.message)
  const reading = readSource(source.value, { kinds: DOCUMENT_KINDS.map(({ name }) => name), unitNames: [] })
  const described = describeReading('防汛.txt', { format: 'txt', lines: 12, pages: null, hints: {} }, reading)
  expect(described).toBe(`防汛.txt：文本，12 行；读出 1 份文件，没有发现问题。

1. 明溪区人民政府办公室关于做好夏季防汛工作的通知（第 1–12 行）
   文号  明溪政办发〔2025〕8号
   机关  明溪区人民政府办公室
   文种  通知，主动公开
   日期  2025-05-06 成文
   主送  各街道办事处
   内容  2 个条款
         一、加强巡查
         二、备足物资
`)
})
