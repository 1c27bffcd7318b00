import { expect, test } from 'vitest'
import { openSegmenter } from './segmenter.ts'
import { openBulkSegmenter } from './words-worker-pool.ts'

const ENTRY = new URL('../../words-worker.ts', import.meta.url)
const TEXTS = ['关于加强停车管理的通知', '明溪政发〔2024〕2号', '']

test('a worker cuts as the segmenter does, again after it was sent home, and many requests at once', async () => {
  const bulk = openBulkSegmenter(ENTRY, 1)
  const words = openSegmenter()
  const expected = TEXTS.map((text) => words.searchWords(text).join(' '))
  expect(await bulk.searchWords(TEXTS)).toEqual(expected)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await Promise.all([bulk.searchWords(TEXTS), bulk.searchWords([])])).toEqual([expected, []])
  await bulk.close()
})
