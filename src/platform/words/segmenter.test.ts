import { describe, expect, test } from 'vitest'
import { openSegmenter } from './segmenter.ts'

describe('segmenter', () => {
  const plain = openSegmenter()

  test('words of a sentence come without punctuation, in one width and case', () => {
    expect(plain.searchWords('农民工，工资（ＡＢＣ）')).toEqual(['农民', '民工', '农民工', '工资', 'abc'])
  })

  test('cutting loses nothing', () => {
    const text = '《明溪区停车管理办法》自2024年 5月1日起施行。'
    expect(plain.cut(text).join('')).toBe(text)
  })

  test('words of the district change the cut and the version', () => {
    const own = openSegmenter(['柳溪湾'])
    expect(own.cut('柳溪湾社区')).toContain('柳溪湾')
    expect(own.version).not.toBe(plain.version)
    expect(openSegmenter(['柳溪湾', '柳溪湾']).version).toBe(own.version)
  })
})
