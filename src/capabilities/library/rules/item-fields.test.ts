import { describe, expect, test } from 'vitest'
import { fitItemValue, readItemField, shownField, storedField } from './item-fields.ts'

describe('how a field of a task or a citation is written', () => {
  test.each([
    ['tasks/12/due', { kind: 'tasks', address: { number: 12 }, name: 'due' }],
    ['citations/3', { kind: 'citations', address: { number: 3 }, name: '' }],
    ['tasks/~3f9a04c1/lead', { kind: 'tasks', address: { key: '3f9a04c1' }, name: 'lead' }],
  ])('%s', (field, value) => expect(readItemField(field)).toEqual({ ok: true, value }))

  test.each([
    ['tasks', 'tasks/12/due'],
    ['tasks/0/due', 'tasks/12/due'],
    ['tasks/二/due', 'tasks/12/due'],
    ['tasks/12/due/x', 'tasks/12/due'],
    ['tasks/12/deadline', 'requirement、lead、responsible、due'],
    ['citations/1/due', 'title、docNumber、effect、document'],
    ['citations/1/constructor', 'title、docNumber、effect、document'],
  ])('%s is none: the sentence names %s', (field, names) =>
    expect(readItemField(field)).toMatchObject({ problem: { message: expect.stringContaining(names) } }),
  )

  test('is kept by a key, and shown by the number under which it stands', () => {
    const stored = storedField('tasks', '3f9a04c1', 'due')
    expect([stored, shownField(stored, 11), shownField(stored, null)]).toEqual([
      'tasks/~3f9a04c1/due',
      'tasks/12/due',
      'tasks/~3f9a04c1/due',
    ])
    expect(shownField(storedField('citations', '3f9a04c1', ''), 0)).toBe('citations/1')
  })
})

describe('values', () => {
  const fitted = (field: string, value: string) => {
    const read = readItemField(field)
    return read.ok ? fitItemValue(read.value, value) : read
  }

  test.each([
    ['tasks/1/due', '2024-05-01', '2024-05-01'],
    ['tasks/1/due', '长期坚持', 'long-term'],
    ['tasks/1/due', '', ''],
    ['tasks/1/responsible', '区发改局，区财政局；区财政局、 区教体局', '区发改局、区财政局、区教体局'],
    ['tasks/1', '', ''],
    ['citations/1/effect', '废止', 'repeals'],
    ['citations/1/effect', 'based-on', 'based-on'],
    ['citations/1/title', '《关于规范停车 秩序的通知》', '关于规范停车秩序的通知'],
    ['citations/1/document', '', ''],
  ])('%s takes “%s” as “%s”', (field, value, kept) => expect(fitted(field, value)).toEqual({ ok: true, value: kept }))

  test.each([
    ['tasks/1/due', '2024年5月', '2024-05-01'],
    ['tasks/1/due', '2024-02-30', '2024-05-01'],
    ['tasks/1/requirement', '', '不能为空'],
    ['tasks/1', '没有', '空值'],
    ['citations/1/effect', '撤销', 'repeals（废止）'],
    ['citations/1/title', '《》', '不能为空'],
    ['citations/1/title', ' ', '不能为空'],
  ])('%s refuses “%s” with a sentence that says %s', (field, value, says) =>
    expect(fitted(field, value)).toMatchObject({ problem: { message: expect.stringContaining(says) } }),
  )
})
