import { describe, expect, test } from 'vitest'
import { docNumbersIn, partsOfWord, understandQuery } from './understand-query.ts'

/** Cuts before every second character: the tests look at what happens to words, not at how they are cut. */
const inPairs = (text: string) => text.match(/[a-z0-9]+|.{1,2}/gu) ?? []
const read = (query: string) => understandQuery(query, inPairs)

describe('document numbers in a query', () => {
  test.each([
    ['明溪政发〔2024〕3号', ['明溪政发〔2024〕3号'], 'as printed'],
    ['明溪政发[2024]3号', ['明溪政发〔2024〕3号'], 'square brackets'],
    ['明溪政办发（2023）012号', ['明溪政办发〔2023〕12号'], 'full-width round brackets, leading zero'],
    ['明溪政字【2022】第7号', ['明溪政字〔2022〕7号'], 'black brackets and 第'],
    ['明溪政发〔2024〕3', ['明溪政发〔2024〕3号'], 'without 号'],
    ['明溪政发 〔 2024 〕 3 号', ['明溪政发〔2024〕3号'], 'spaces inside'],
    ['查一下2024年的3号文件', [], 'a year and a number alone are none'],
  ])('%s → %j (%s)', (query, numbers) => expect(docNumbersIn(query)).toEqual(numbers))
})

describe('what a query asks for', () => {
  test.each([
    ['停车收费', 'text', ['停车', '收费']],
    ['tingche shoufei', 'pinyin', ['tingche', 'shoufei']],
    ['明溪政发（2024）3号', 'docNumber', ['明溪', '政发', '2024', '3', '号']],
  ])('%s is read as %s', (query, as, words) => expect(read(query)).toMatchObject({ as, words }))

  test('letters beside Chinese stay text and are offered as pinyin', () => {
    expect(read('停车shoufei')).toMatchObject({ as: 'text', letters: ['shoufei'] })
  })

  test.each([
    ['明溪政发（2024）3号', true],
    ['《明溪政发〔2024〕3号》。', true],
    ['明溪政发〔2024〕3号 停车收费', false],
    ['停车收费', false],
  ])('%s asks for a number alone: %s', (query, is) => expect(read(query).isNumberAlone).toBe(is))

  test('filler is dropped, unless nothing else was typed', () => {
    expect(read('请问 停车').words).toEqual(['停车'])
    expect(read('怎么').words).toEqual(['怎么'])
  })

  test('years are kept as numbers, digits inside longer numbers are none', () => {
    expect(read('2024年计划 120240人').years).toEqual([2024])
  })

  test('full-width letters and digits are read as half-width ones', () => {
    expect(read('２０２４年').years).toEqual([2024])
  })
})

test.each([
  ['养犬要', ['养犬', '犬要']],
  ['加装电梯', ['加装电', '装电梯', '加装', '装电', '电梯']],
  ['犬怎么', ['犬怎']],
  ['养犬', []],
  ['gdp', []],
  ['最低生活保障', []],
])('%s may hold %j', (word, parts) => expect(partsOfWord(word)).toEqual(parts))
