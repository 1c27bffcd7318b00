import { parentPort } from 'node:worker_threads'
import { openSegmenter } from './platform/words/segmenter.ts'
import type { WordsAnswer, WordsRequest } from './platform/words/words-worker-pool.ts'
import { yieldToOthers } from './platform/yield-to-others.ts'

const segmenter = openSegmenter()

function cut({ id, texts }: WordsRequest): WordsAnswer {
  try {
    return { id, words: texts.map((text) => segmenter.searchWords(text).join(' ')) }
  } catch (fault) {
    return { id, fault: (fault as Error).message }
  }
}

yieldToOthers()
parentPort?.on('message', (request: WordsRequest) => parentPort?.postMessage(cut(request)))
