import { expect, test } from 'vitest'
import { furnitureLines } from './furniture.ts'
import { readLines } from './lines.ts'

const isFurniture = (text: string): boolean =>
  furnitureLines(readLines({ format: 'txt', lines: [{ number: 1, text }], hints: {}, findings: [] })).has(1)

test.each([
  ['— 12 —', true, 'a page number'],
  ['青溪区人民政府公报　2024年第1期', true, 'the gazette with its issue'],
  ['2024年第1期', true, 'the issue alone, as odd pages bear it'],
  ['2024年第1期（总第9期）', true, 'with its running number'],
  ['2024年第1期公报收录文件八件。', false, 'a sentence about an issue'],
  ['2024年第1季度', false, 'a quarter'],
])('%s: %s (%s)', (text, expected) => expect(isFurniture(text)).toBe(expected))
