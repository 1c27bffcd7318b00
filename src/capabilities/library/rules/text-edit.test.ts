import { describe, expect, test } from 'vitest'
import { applyEdit, editBetween, editWords } from './text-edit.ts'

const EDIT = editBetween('各街道完成辖区停东泊位普查。', '各街道完成辖区停车泊位普查。')

describe('what a person changed', () => {
  test.each([
    { from: '停东泊位', to: '停车泊位', edit: { before: '停', wrong: '东', right: '车', after: '泊位' } },
    { from: '三十日内', to: '三十个工作日内', edit: { before: '三十', wrong: '', right: '个工作', after: '日内' } },
    { from: '的的泊位', to: '的泊位', edit: { before: '的', wrong: '的', right: '', after: '泊位' } },
    { from: '停东和东站', to: '停车和车站', edit: { before: '停', wrong: '东和东', right: '车和车', after: '站' } },
    { from: '', to: '八百', edit: { before: '', wrong: '', right: '八百', after: '' } },
  ])('$from, now $to', ({ from, to, edit }) => {
    expect(editBetween(from, to)).toEqual(edit)
  })

  test.each([
    { text: '各街道完成辖区停东泊位普查。', now: '各街道完成辖区停车泊位普查。', because: 'the same text' },
    {
      text: '街道应当完成辖区停东泊位普查，报区政府。',
      now: '街道应当完成辖区停车泊位普查，报区政府。',
      because: 'the rest reads otherwise',
    },
    { text: '各街道完成本区停东泊位普查。', now: null, because: 'it reads otherwise beside the change' },
    { text: '各街道完成辖区停车泊位普查。', now: null, because: 'nothing is wrong there' },
    {
      text: '完成辖区停东泊位普；完成辖区停东泊位普查',
      now: '完成辖区停东泊位普；完成辖区停车泊位普查',
      because: 'what follows tells one from the other',
    },
    { text: '完成辖区停东泊位普查；完成辖区停东泊位普查', now: null, because: 'nobody knows which one is meant' },
  ])('is made in $text: $because', ({ text, now }) => {
    expect(applyEdit(EDIT, text)).toBe(now)
  })

  test('is found in whatever width its place is printed, and what stands around it stays', () => {
    const edit = editBetween('共（12）处，计300个', '共（12）处，计800个')
    expect(applyEdit(edit, '全区共(12)处,计300个泊位')).toBe('全区共(12)处,计800个泊位')
  })

  test('is told with what stands around it, a long one shortened', () => {
    expect(editWords('完成辖区停东泊位普查', '完成辖区停车泊位普查')).toBe('成辖区停东泊位普查→成辖区停车泊位普查')
    expect(editWords('甲'.repeat(100), '乙'.repeat(100))).toHaveLength(2 * 41 + 1)
  })
})
