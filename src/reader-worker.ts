import { DOCUMENT_KINDS } from './law/national/kinds.ts'
import { convert } from './platform/converter/convert.ts'
import { endWithParent } from './platform/converter/end-with-parent.ts'
import { takeOver } from './platform/converter/hand-over.ts'
import type { WorkerAnswer, WorkerRequest } from './platform/converter/reader-pool.ts'
import { piecesOf, type ReadResult } from './platform/converter/reading-pieces.ts'
import { yieldToOthers } from './platform/yield-to-others.ts'
import { readSource } from './reader/read-source.ts'

const knowledge = { kinds: DOCUMENT_KINDS.map(({ name }) => name), unitNames: [] }

/** Converts and reads one file. A fault inside is the file's fault: the process stays. */
async function read({ name, handed }: WorkerRequest): Promise<ReadResult> {
  try {
    const converted = await convert({ name, bytes: await takeOver(handed) })
    if (!converted.ok)
      return { ok: false, code: converted.problem.code, message: converted.problem.message, line: null }
    const { value: source } = converted
    const pages = source.lines.at(-1)?.page ?? null
    const reading = readSource(source, knowledge)
    return {
      ok: true,
      source: { format: source.format, lines: source.lines.length, pages, hints: source.hints },
      reading,
    }
  } catch (fault) {
    return {
      ok: false,
      code: 'reader-failed',
      message: `程序没能读懂这个文件（${(fault as Error).message}）。请把文件发给维护者。`,
      line: null,
    }
  }
}

function answer(id: number, result: ReadResult): void {
  const send = (piece: Uint8Array, isLast: boolean) => process.send?.({ id, piece, isLast } satisfies WorkerAnswer)
  let held: Uint8Array | null = null
  for (const piece of piecesOf(result)) {
    if (held) send(held, false)
    held = piece
  }
  if (held) send(held, true)
}

yieldToOthers()
endWithParent()
process.on('message', (request: WorkerRequest) => {
  void read(request).then((result) => answer(request.id, result))
})
