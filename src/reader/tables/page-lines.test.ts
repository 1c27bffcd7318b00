import { expect, test } from 'vitest'
import { isOfPage } from './page-lines.ts'

test.each([
  ['— 12 —', true, 'a page number'],
  ['　　　　　　·7·', true, 'a page number at the right'],
  ['青河市人民政府公报　　2013年第4期', true, 'the name of the issue'],
  ['2013·4                    青河政报', true, 'year and issue before the name'],
  ['青河政报                 2013.11', true, 'year and issue behind it'],
  ['第 3 页  共 40 页', true, 'number and count of pages'],
  ['【４】', true, 'a number in brackets, in full width'],
  ['（4）', false, 'the number of an item'],
  ['第3页内容', false, 'words about a page'],
  ['清淤    120', false, 'a row'],
  ['青河日报    2013·4', false, 'another paper'],
])('%s: %s (%s)', (text, expected) => expect(isOfPage({ text })).toBe(expected))
