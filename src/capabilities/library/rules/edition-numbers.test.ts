import { describe, expect, test } from 'vitest'
import { type NumberedEdition, numberEditions } from './edition-numbers.ts'

const edition = (key: string, ...fileHashes: string[]) => ({ key, fileHashes })
const known = (number: number, key: string, fileHash: string | null = `f${number}`): NumberedEdition => ({
  number,
  key,
  fileHash,
})

describe('numbers of editions', () => {
  test.each<[string, ReturnType<typeof edition>[], NumberedEdition[], number[], number[]]>([
    ['a new document, in the order of its texts', [edition(''), edition('2023')], [], [1, 2], []],
    ['an older text that comes later', [edition('', 'a'), edition('2023', 'f1')], [known(1, '2023')], [2, 1], []],
    [
      'one between',
      [edition('', 'f1'), edition('2023', 'b'), edition('2025', 'f2')],
      [known(1, ''), known(2, '2025')],
      [1, 3, 2],
      [],
    ],
    ['one that is taken back', [edition('', 'f1')], [known(1, ''), known(2, '2023')], [1], [2]],
    [
      'one that is back, behind a newer',
      [edition('', 'f1'), edition('2023', 'x'), edition('2025', 'f3')],
      [known(1, ''), known(3, '2025'), known(2, '2023')],
      [1, 2, 3],
      [],
    ],
    [
      'a number of what is gone is nobody else’s',
      [edition('', 'f1'), edition('2026', 'z')],
      [known(1, ''), known(2, '2023')],
      [1, 3],
      [2],
    ],
    [
      'a file that says its day now, not its year alone',
      [edition('', 'f1'), edition('2023-05-01', 'f2')],
      [known(1, ''), known(2, '2023')],
      [1, 2],
      [],
    ],
    [
      'by its day before its file',
      [edition('', 'f2'), edition('2023', 'f1')],
      [known(1, ''), known(2, '2023')],
      [1, 2],
      [],
    ],
    ['kept before files were noted', [edition('2023', 'a')], [known(1, '', null)], [2], [1]],
  ])('%s', (_, editions, before, numbers, lost) => {
    const numbered = numberEditions(editions, before)
    expect([numbered.numbers, numbered.lost.map(({ number }) => number)]).toEqual([numbers, lost])
  })
})
