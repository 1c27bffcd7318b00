import { describe, expect, test } from 'vitest'
import { countStates, filesDone, filesTotal, standingOfLoad, summaryOf } from './load-summary.ts'

describe('the summary of a load', () => {
  const counts = countStates([
    { state: 'new', files: 3, documents: 20 },
    { state: 'unchanged', files: 2, documents: 0 },
    { state: 'failed', files: 1, documents: 0 },
    { state: 'waiting', files: 4, documents: 0 },
  ])

  test('counts files by what became of them', () => {
    expect(summaryOf(counts, [])).toEqual({ files: 10, documents: 20, new: 3, updated: 0, unchanged: 2, failed: [] })
  })

  test('a failed file is done, a waiting one is not', () => {
    expect([filesDone(counts), filesTotal(counts)]).toEqual([6, 10])
  })
})

describe('how a load stands', () => {
  const seenAt = new Date('2025-03-01T08:00:00Z')
  test.each([
    ['finished', '2025-03-02T08:00:00Z', 'finished', 'what is finished stays so'],
    ['running', '2025-03-01T08:00:59Z', 'running', 'a sign of life within the minute'],
    ['running', '2025-03-01T08:01:01Z', 'interrupted', 'none for more than a minute'],
  ] as const)('%s, looked at %s: %s (%s)', (state, now, standing, _because) => {
    expect(standingOfLoad({ state, seenAt }, new Date(now))).toBe(standing)
  })
})
