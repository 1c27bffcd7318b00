import { expect, test } from 'vitest'
import { readSource } from '../../reader/read-source.ts'
import { convert } from './convert.ts'
import { failurePiece, gatherPieces, piecesOf, type ReadResult } from './reading-pieces.ts'

const text = [1, 2]
  .map((number) => `明溪政发〔2025〕${number}号\n\n关于做好第${number}项工作的通知\n\n各镇人民政府：\n\n一、照办。\n`)
  .join('\n')

async function read(): Promise<ReadResult> {
  const converted = await convert({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  if (!converted.ok) throw new Error(converted.problem.message)
  const { format, lines, hints } = converted.value
  const reading = readSource(converted.value, { kinds: ['通知'], unitNames: [] })
  return { ok: true, source: { format, lines: lines.length, pages: null, hints }, reading }
}

test('comes together as it was, a piece for each document', async () => {
  const result = await read()
  const pieces = [...piecesOf(result)]
  expect(pieces).toHaveLength(3)
  const gathered = gatherPieces()
  for (const piece of pieces) gathered.take(piece)
  expect(gathered.result()).toEqual(result)
})

test('that fails on its way has failed, whatever was there before', async () => {
  const failure = { ok: false, code: 'reader-crashed', message: '中断了', line: null } as const
  const [head = new Uint8Array()] = piecesOf(await read())
  const gathered = gatherPieces()
  gathered.take(head)
  gathered.take(failurePiece(failure))
  expect(gathered.result()).toEqual(failure)
})
