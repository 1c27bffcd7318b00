/** Where something stands, in lines or in rows: `from` is its first, `to` behind its last. */
export interface Extent {
  readonly from: number
  readonly to: number
}

/** Rows among which blocks are looked for: beyond, a label stays where it is printed. */
const MOST_ROWS = 400
/** How far from the middle of their blocks labels may stand, on average. */
const FARTHEST = 1

/**
 * The first row of the block of each label, where labels stand in the middle of the rows that they are merged over. The
 * blocks follow one another and leave no row out. Null where no such blocks have all labels near their middle.
 */
export function centredBlocks(rows: readonly Extent[], middles: readonly number[]): number[] | null {
  const count = middles.length
  if (count === 0 || rows.length < count || rows.length > MOST_ROWS) return null
  // best[end]: the least distance of the labels so far, their blocks ending before row `end`; `began` where the last began.
  let best = new Map([[0, 0]])
  const began: Map<number, number>[] = []
  for (const [label, middle] of middles.entries()) {
    const next = new Map<number, number>()
    const starts = new Map<number, number>()
    const isLast = label === count - 1
    for (const [start, sum] of best) {
      for (let end = isLast ? rows.length : start + 1; end <= rows.length - (count - 1 - label); end++) {
        const block = { from: rows[start]?.from ?? 0, to: rows[end - 1]?.to ?? 0 }
        if (block.from > middle || end <= start) break
        if (block.to <= middle) continue
        const cost = sum + Math.abs((block.from + block.to) / 2 - middle)
        if (cost >= (next.get(end) ?? Number.POSITIVE_INFINITY)) continue
        next.set(end, cost)
        starts.set(end, start)
      }
    }
    best = next
    began.push(starts)
  }
  const least = best.get(rows.length)
  if (least === undefined || least > FARTHEST * count) return null
  const found: number[] = []
  for (let label = count - 1, end = rows.length; label >= 0; label--) {
    end = began[label]?.get(end) ?? 0
    found.unshift(end)
  }
  return found
}
