import { describe, expect, test } from 'vitest'
import { isTableLine } from './find-tables.ts'

const line = (text: string) => ({ number: 1, text })

describe('rows of tables', () => {
  test.each([
    ['cells between tabs', '1\t修缮水闸\t区水务局'],
    ['two cells', '区民政局\t养老服务'],
    ['a number and its cell', '12\t校车使用许可'],
    ['a number with a dot and a short cell', '3.\t校车使用许可'],
    ['empty cells before and after', '\t\t效、存在问题等开展评价。\t\t'],
    ['empty cells before', '\t\t持续做好养老服务信息公开。'],
    ['empty cells after', '一、教育领域\t\t\t'],
    ['a sentence and who answers', '加强巡查，及时处置。\t区城管局'],
    ['Markdown pipes', '| 序号 | 事项 |'],
    ['the rule under a Markdown header', '| --- | --- |'],
    ['an office and who holds it', '局长\t王一'],
    ['an office under a merged cell', '\t县长\t王一'],
    ['signs that are no word', '男\t女'],
    ['a date in a list of publications', '青河年鉴\t2013年10月15日\t青河出版社'],
  ])('%s: a row', (_, text) => {
    expect(isTableLine(line(text))).toBe(true)
  })

  test.each([
    ['indented text', '\t为做好今年防汛工作，现通知如下：'],
    ['a clause label and its text', '一、\t加强组织领导。各镇要落实责任。'],
    ['a label in brackets', '（二）\t强化督查评估。'],
    ['a numbered sentence', '2.\t各镇人民政府要按照要求做好本辖区的巡查、登记和上报工作，于每月五日前报送情况。'],
    ['an article', '第十二条\t本办法自公布之日起施行。'],
    ['a field', '附件：\t1.任务分工表'],
    ['a signature pushed to the right', '\t\t\t\t明溪区人民政府办公室'],
    ['a date pushed to the right', '\t\t\t\t2024年3月8日'],
    ['a tab left over at the end', '现将有关事项通知如下：\t'],
    ['a tab that slipped into a sentence', '各镇人民政府要切实加强组织领导，落实工作责任，\t确保各项任务按时完成。'],
    ['one word with a tab inside', '\t\t目\t录'],
    ['the kind of a document, spread', '批\t复'],
    ['the head of a government signs', '\t\t\t\t市 长\t 周 望 舒'],
    ['the head of a county signs', '\t\t\t代县长\t林\t木'],
    ['who publishes the issue, and when', '青河市人民政府办公室主办\t\t2013年10月15日出版'],
    ['the house that edits it', '《青河政报》编辑部\t地址：府前路1号\t邮编：000000'],
    ['tabs alone', '\t\t\t'],
    ['one pipe in a sentence', '甲|乙两方'],
    ['plain text', '特此通知。'],
  ])('%s: no row', (_, text) => {
    expect(isTableLine(line(text))).toBe(false)
  })

  test('what a format marks as a row is one, whatever it holds', () => {
    expect(isTableLine({ number: 1, text: '甲', cells: [{ text: '甲' }] })).toBe(true)
  })
})
