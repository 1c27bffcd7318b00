import { describe, expect, test } from 'vitest'
import { formatDocNumber, readDocNumber } from './doc-number.ts'

const rewritten = (text: string) => {
  const read = readDocNumber(text)
  return read && formatDocNumber(read)
}

describe('document numbers', () => {
  test.each([
    ['明溪政发〔2024〕3号', '明溪政发〔2024〕3号'],
    ['明溪政发[2024]3号', '明溪政发〔2024〕3号'],
    ['明溪政办字（２０２３）第012号', '明溪政办字〔2023〕12号'],
    ['云明政任【2022】 7 号', '云明政任〔2022〕7号'],
    ['明 溪 政 发 〔2024〕 3 号', '明溪政发〔2024〕3号'],
    ['明溪政规〔2021〕-2号', '明溪政规〔2021〕2号'],
    ['根据明溪政发〔2024〕3号文件', null],
    ['第3号', null],
    ['明溪政发〔24〕3号', null],
  ])('%s → %s', (text, number) => expect(rewritten(text)).toBe(number))
})
