import { expect, test } from 'vitest'
import { centredBlocks } from './label-blocks.ts'

/** Rows of so many lines each, one under the other. */
const rows = (...heights: number[]) => {
  let from = 0
  return heights.map((height) => {
    const row = { from, to: from + height }
    from += height
    return row
  })
}

test.each([
  { heights: [2, 2, 2], middles: [3], blocks: [0], because: 'one label over all rows' },
  { heights: [1, 1, 1, 1, 1], middles: [1.5, 4], blocks: [0, 3], because: 'three rows and two' },
  { heights: [4, 2, 2, 2, 2], middles: [3, 9], blocks: [0, 2], because: 'a tall row counts by its lines' },
  { heights: [1, 1, 1], middles: [0.5, 1.5, 2.5], blocks: [0, 1, 2], because: 'a label for each row' },
  {
    heights: [1, 1, 1, 1, 1, 1, 1, 1],
    middles: [0.5, 7.5],
    blocks: null,
    because: 'no label is near the middle of the rows between',
  },
  { heights: [3], middles: [0.5, 1.5], blocks: null, because: 'more labels than rows' },
])('rows of $heights lines, labels at $middles: blocks begin at $blocks ($because)', ({ heights, middles, blocks }) => {
  expect(centredBlocks(rows(...heights), middles)).toEqual(blocks)
})
