import { describe, expect, test } from 'vitest'
import { convertText, decodeText } from './text.ts'

const SENTENCE = '明溪区人民政府关于2024年供热工作的通知\n各街道办事处：'
const PROSE = '各供热单位应当在供热期开始前完成检修，做好燃料储备，保证居民室内温度符合规定。'
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
/** 供热 in GB18030, then ASCII. */
const GB = Buffer.from([0xb9, 0xa9, 0xc8, 0xc8, 0x32, 0x30, 0x32, 0x34])

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(SENTENCE), SENTENCE],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(SENTENCE)]), SENTENCE],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(SENTENCE, false)]), SENTENCE],
    ['UTF-16 BE without a mark', utf16(SENTENCE, true), SENTENCE],
    ['UTF-16 LE of nothing but Chinese, without a mark', utf16(PROSE, false), PROSE],
    ['UTF-16 BE of nothing but Chinese, without a mark', utf16(PROSE, true), PROSE],
    ['GB18030', GB, '供热2024'],
    ['a table of numbers', Buffer.from('1\t2\t3\n4\t5\t6\n'), '1\t2\t3\n4\t5\t6\n'],
  ])('%s is read', (_name, bytes, text) => {
    const decoded = decodeText(bytes)
    expect(decoded.ok && decoded.value.text).toBe(text)
  })

  test.each([
    [
      'an image',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]),
      '不是文本',
    ],
    ['nothing', Buffer.alloc(0), '没有文字'],
    ['blanks', Buffer.from(' \n\t\n'), '没有文字'],
  ])('%s is refused with a sentence', (_name, bytes, words) => {
    const converted = convertText(bytes, 'txt')
    expect(converted).toMatchObject({ ok: false, problem: { message: expect.stringContaining(words) } })
  })

  test.each([
    ['UTF-8', Buffer.from(`${SENTENCE}\n`.repeat(20)), Buffer.from([0xff, 0x41]), 41],
    [
      'GB18030',
      Buffer.concat(Array.from({ length: 40 }, () => Buffer.concat([GB, Buffer.from('\n')]))),
      Buffer.from([0xff, 0x0a]),
      41,
    ],
  ])('broken bytes in a long text in %s do not lose the file: a finding names their line', (_, good, broken, line) => {
    expect(convertText(Buffer.concat([good, broken]), 'txt')).toMatchObject({
      ok: true,
      value: { findings: [{ code: 'characters-lost', line }] },
    })
  })

  test('bytes that are no text in any encoding are refused', () => {
    const bytes = Buffer.from(Array.from({ length: 4000 }, (_, at) => 128 + ((at * 7919 + (at >> 3)) % 128)))
    expect(convertText(bytes, 'txt')).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('另存为 UTF-8') },
    })
  })
})

test('lines keep their numbers whatever ends them, form feeds begin pages', () => {
  const converted = convertText(Buffer.from('甲\r\n乙\r丙\n\f丁'), 'txt')
  expect(converted.ok && converted.value.lines).toEqual([
    { number: 1, text: '甲', page: 1 },
    { number: 2, text: '乙', page: 1 },
    { number: 3, text: '丙', page: 1 },
    { number: 4, text: '丁', page: 2 },
  ])
})
