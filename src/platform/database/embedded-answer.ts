import { messages, protocol } from '@electric-sql/pglite'

/** What the record answered to one round: its bytes, and where each message lies in them. */
export interface Answer {
  readonly bytes: Buffer
  readonly messages: readonly AnswerMessage[]
}

interface AnswerMessage {
  /** PostgreSQL's code of the message: one letter. */
  readonly type: number
  readonly start: number
  readonly end: number
}

const HEADER = 5
const codeOf = (letter: string): number => letter.charCodeAt(0)
const ROW = codeOf('D')
const COMMAND_COMPLETE = codeOf('C')
const FAULT = codeOf('E')
const AFTER = { parse: codeOf('1'), bind: codeOf('2') } as const

/** Divides an answer into its messages (PostgreSQL 55.7); an error among them is thrown. */
export function readAnswer(chunks: readonly Buffer[]): Answer {
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
  const found: AnswerMessage[] = []
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const end = at + 1 + bytes.readUInt32BE(at + 1)
    found.push({ type: bytes[at] ?? 0, start: at, end })
    at = end
  }
  const answer = { bytes, messages: found }
  if (found.some(({ type }) => type === FAULT)) throw understood(answer).find((said) => said instanceof Error)
  return answer
}

/** What came after the last of a kind: before it stand the answers of what was sent in the same round. */
export const after = ({ bytes, messages: all }: Answer, step: keyof typeof AFTER): Answer => ({
  bytes,
  messages: all.slice(all.findLastIndex(({ type }) => type === AFTER[step]) + 1),
})

/** The messages as PGlite understands them: for the rare kinds, its reader of rows is slow. */
function understood({ bytes, messages: all }: Answer): messages.BackendMessage[] {
  const said: messages.BackendMessage[] = []
  for (const { start, end } of all)
    new protocol.Parser().parse(Uint8Array.from(bytes.subarray(start, end)), (message) => said.push(message))
  return said
}

/** The types of a statement's parameters and its columns. */
export function descriptionOf(answer: Answer) {
  const said = understood(answer)
  const parameters = said.find((message) => message instanceof messages.ParameterDescriptionMessage)
  const columns = said.find((message) => message instanceof messages.RowDescriptionMessage)
  return {
    parameters: parameters?.dataTypeIDs ?? [],
    fields: columns?.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })) ?? [],
  }
}

/** `SELECT 3`: what the last statement did; empty when none ended. */
export function commandOf({ bytes, messages: all }: Answer): string {
  const last = all.findLast(({ type }) => type === COMMAND_COMPLETE)
  return last ? bytes.toString('utf8', last.start + HEADER, last.end - 1) : ''
}

/** The values of each row as texts, in the order of the columns. */
export function rowsOf({ bytes, messages: all }: Answer): (string | null)[][] {
  const rows: (string | null)[][] = []
  for (const { type, start } of all) {
    if (type !== ROW) continue
    const values: (string | null)[] = []
    let at = start + HEADER + 2
    for (let left = bytes.readUInt16BE(start + HEADER); left > 0; left--) {
      const length = bytes.readInt32BE(at)
      at += 4
      values.push(length < 0 ? null : bytes.toString('utf8', at, at + length))
      if (length > 0) at += length
    }
    rows.push(values)
  }
  return rows
}
