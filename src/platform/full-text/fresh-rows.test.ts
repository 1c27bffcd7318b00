import { describe, expect, test } from 'vitest'
import type { FullTextRow } from '../ports.ts'
import { FreshRows } from './fresh-rows.ts'

const row = (id: string, title: string, siteId = 'mingxi'): FullTextRow => ({
  id,
  siteId,
  version: 1,
  fields: { title, text: `${title} 全文` },
  stored: { id },
})

describe('rows in memory', () => {
  const rows = new FreshRows()
  rows.put(row('1', '停车 管理 停车 办法'))
  rows.put(row('2', '停车场 管理'))
  rows.put(row('3', '停车 管理', 'other'))

  test.each([
    ['how often a word stands among how many', 'mingxi', '停车', [{ id: '1', times: 2, length: 4 }]],
    ['a word is no part of a longer one', 'mingxi', '停', []],
    ['each site by itself', 'other', '停车', [{ id: '3', times: 1, length: 2 }]],
    ['a name that every object has', 'mingxi', 'constructor', []],
  ])('%s', (_, siteId, word, found) => {
    expect(rows.withWord(siteId, 'title', word)).toEqual(found)
  })

  test.each([
    [['停车', '管理'], ['1']],
    [['管理', '停车', '办法'], ['1']],
    [['停车', '办法'], ['1']],
    [['办法', '停车'], []],
    [['场', '管理'], []],
  ])('the phrase %j', (words, found) => {
    expect(rows.withPhrase('mingxi', 'title', words)).toEqual(found)
  })

  test('a row that is put again leaves nothing of what it was', () => {
    rows.put(row('2', '公厕 管理'))
    expect(rows.withWord('mingxi', 'title', '停车场')).toEqual([])
    expect(rows.withWord('mingxi', 'text', '公厕')).toEqual([{ id: '2', times: 1, length: 3 }])
    expect(rows.rows().map(({ id }) => id)).toEqual(['1', '3', '2'])
  })

  test('a mark takes a row out and is kept', () => {
    rows.put({ id: '1', siteId: 'mingxi', version: 2, fields: {}, stored: null })
    expect(rows.withWord('mingxi', 'title', '停车')).toEqual([])
    expect(rows.has('mingxi', '1')).toBe(true)
    expect(rows.has('other', '1')).toBe(false)
  })
})
