import { expect, test } from 'vitest'
import { readLines } from './lines.ts'
import { numberMark } from './number-marks.ts'

const read = (text: string): string | null => {
  const [line] = readLines({ format: 'txt', lines: [{ number: 1, text }], hints: {}, findings: [] })
  return (line && numberMark(line)?.docNumber) ?? null
}

test.each([
  ['明溪政文〔2006 61号', '明溪政文〔2006〕61号', 'the closing bracket was lost'],
  ['青政办发(2008 7号', '青政办发〔2008〕7号', 'the same, a round one'],
  ['明溪政字2006〕61号', '明溪政字〔2006〕61号', 'the opening bracket was lost'],
  ['青政发 2012 31号', '青政发〔2012〕31号', 'both were lost: a gap parts year and number'],
  ['明溪政发（2006〕61号', '明溪政发〔2006〕61号', 'brackets of two kinds'],
])('%s is %s (%s)', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['（2021年第12号）', '2021年第12号', 'the brackets are round the whole'],
  ['（2019）第3号', '〔2019〕第3号', 'the brackets are round the year'],
])('%s is %s (%s)', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['青政发201231号', 'year and number cannot be told apart'],
  ['柳堤路2006 61号', 'an address'],
  ['明溪区人民政府办公室值班电话2006 61号', 'no code ends so'],
  ['青河市第2012 3号地块', 'words behind the number'],
])('%s is no number (%s)', (text) => expect(read(text)).toBeNull())
