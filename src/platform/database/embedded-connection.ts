import { setImmediate as nextTurn } from 'node:timers/promises'
import { type PGlite, protocol, type QueryOptions, type Results } from '@electric-sql/pglite'
import { type Answer, after, commandOf, descriptionOf, readAnswer, rowsOf } from './embedded-answer.ts'

const { serialize } = protocol
const EXECUTE = serialize.execute({})
const SYNC = serialize.sync()

/** What Drizzle's driver asks of a client of PGlite, inside one transaction. */
export interface EmbeddedClient {
  query<Row>(text: string, values?: readonly unknown[], options?: QueryOptions): Promise<Results<Row>>
}

/** The one connection to an embedded record: transactions queue for it. */
export interface EmbeddedConnection {
  /**
   * Runs `work` between BEGIN and COMMIT, after the settings of `opening`; what it throws rolls back.
   * `began` is called when its turn has come. Nothing is sent for work that asks nothing.
   */
  transact<T>(opening: readonly string[], work: (client: EmbeddedClient) => Promise<T>, began?: () => void): Promise<T>
  /** Runs a statement that may stand in no transaction. */
  alone(statement: string): Promise<void>
  /** Milliseconds of all turns until now: how much of the time somebody had the record. */
  busyMs(): number
}

/** A statement that the record keeps parsed, the way its parameters are written, and its columns. */
interface Prepared {
  readonly name: string
  readonly parameters: readonly number[]
  readonly fields: Results['fields']
  /** Runs it without values: what opens and ends a transaction is sent a thousand times a second. */
  readonly bare: Uint8Array
}

/** Texts with lists of any length are many; what is asked on every page and for every document is a hundred or two. */
const KEPT_STATEMENTS = 400
/** Work on the record is done on the thread that also answers: after this long others get their turn. */
const LONGEST_TURN_MS = 8

/**
 * Speaks PostgreSQL's extended protocol with PGlite in one round a statement, and lets the record keep what it has parsed
 * and planned. PGlite's own `query` takes six rounds and parses every time, which costs three times as much.
 */
export function makeEmbeddedConnection(client: PGlite): EmbeddedConnection {
  const statements = makeStatements()
  const turns = makeTurns()

  const prepare = async (text: string, before: readonly Uint8Array[]): Promise<Prepared> => {
    const name = statements.nextName()
    const answer = await round(client, [
      ...before,
      ...statements.outdated().map((old) => serialize.close({ type: 'S', name: old })),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      SYNC,
    ])
    const bare = Buffer.concat([serialize.bind({ statement: name }), EXECUTE])
    return statements.keep(text, { name, ...descriptionOf(after(answer, 'parse')), bare })
  }
  const prepared = async (text: string): Promise<Prepared> => statements.find(text) ?? (await prepare(text, []))

  const transact: EmbeddedConnection['transact'] = (opening, work, began) =>
    turns.take(async () => {
      began?.()
      let isBegun = false
      /** What opens the transaction, until it is sent: it travels with the first statement. */
      const opened = async (): Promise<readonly Uint8Array[]> => {
        if (isBegun) return []
        const sent: Uint8Array[] = []
        for (const text of ['BEGIN', ...opening]) sent.push((await prepared(text)).bare)
        isBegun = true
        return sent
      }
      const inOrder = makeQueue()
      const query: EmbeddedClient['query'] = (text, values = [], options = {}) =>
        inOrder(async () => {
          const statement = statements.find(text) ?? (await prepare(text, await opened()))
          const written = values.map((value, at) => write(client, value, statement.parameters[at]))
          const bound = serialize.bind({ statement: statement.name, values: written })
          const answer = await round(client, [...(await opened()), bound, EXECUTE, SYNC])
          return resultsOf(after(answer, 'bind'), statement.fields, client, options)
        })
      const end = async (text: 'COMMIT' | 'ROLLBACK') => {
        if (!isBegun) return
        const answer = await round(client, [(await prepared(text)).bare, SYNC])
        // PostgreSQL answers a COMMIT after a failed statement with ROLLBACK: nobody may take that for success.
        if (text === 'COMMIT' && commandOf(answer) !== 'COMMIT')
          throw new Error('a statement of the transaction failed, so nothing of it was kept')
      }
      let value: Awaited<ReturnType<typeof work>>
      try {
        value = await work({ query })
      } catch (fault) {
        await inOrder(() => end('ROLLBACK'))
        throw fault
      }
      await inOrder(() => end('COMMIT'))
      return value
    })
  return {
    transact,
    alone: (statement) => turns.take(async () => void (await round(client, [serialize.query(statement)]))),
    busyMs: turns.busyMs,
  }
}

/** Sends messages and returns the answers; the first error among them is thrown. */
async function round(client: PGlite, sent: readonly Uint8Array[]): Promise<Answer> {
  const chunks: Buffer[] = []
  await client.execProtocolRawStream(Buffer.concat(sent), {
    syncToFs: false,
    // The bytes lie in the record's own memory, which the next message is written over.
    onRawData: (bytes) => chunks.push(Buffer.from(bytes)),
  })
  return readAnswer(chunks)
}

function write(client: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const serializer = type === undefined ? undefined : client.serializers[type]
  return serializer ? serializer(value) : String(value)
}

type Parse = (text: string, type: number) => unknown

function resultsOf<Row>(
  answer: Answer,
  fields: Results['fields'],
  client: PGlite,
  { parsers, rowMode }: QueryOptions,
): Results<Row> {
  const columns = fields.map(({ name, dataTypeID: type }) => {
    const parse: Parse | undefined = parsers?.[type] ?? client.parsers[type]
    return { name, read: (text: string) => (parse ? parse(text, type) : text) }
  })
  const rows = rowsOf(answer).map((texts) => {
    const values: unknown[] = []
    const named: Record<string, unknown> = {}
    for (const [at, { name, read }] of columns.entries()) {
      const text = texts[at] ?? null
      const value = text === null ? null : read(text)
      if (rowMode === 'array') values.push(value)
      else named[name] = value
    }
    return rowMode === 'array' ? values : named
  })
  const [command, count] = [/^[A-Z]+/, /\d+$/].map((part) => part.exec(commandOf(answer))?.[0])
  return { rows: rows as Row[], fields, affectedRows: command === 'SELECT' ? 0 : Number(count ?? 0) }
}

/** The statements that the record keeps, the last used ones; those beyond are closed with the next round. */
function makeStatements() {
  const kept = new Map<string, Prepared>()
  let made = 0
  return {
    nextName: () => `s${++made}`,
    find(text: string): Prepared | undefined {
      const found = kept.get(text)
      if (!found) return undefined
      kept.delete(text)
      kept.set(text, found)
      return found
    },
    keep(text: string, prepared: Prepared): Prepared {
      kept.set(text, prepared)
      return prepared
    },
    /** Takes out the least used ones, so that one more has its place; returns their names. */
    outdated(): string[] {
      const oldest = [...kept].slice(0, Math.max(0, kept.size - KEPT_STATEMENTS + 1))
      return oldest.map(([text, { name }]) => {
        kept.delete(text)
        return name
      })
    },
  }
}

/** Runs one work after the other, in the order in which they came. */
function makeQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work, work)
    last = done
    return done
  }
}

/** A queue that gives the event loop a turn when those before have kept it for long. */
function makeTurns() {
  const inOrder = makeQueue()
  let heldSince = 0
  let busy = 0
  return {
    take: <T>(work: () => Promise<T>): Promise<T> =>
      inOrder(async () => {
        if (performance.now() - heldSince > LONGEST_TURN_MS) {
          await nextTurn()
          heldSince = performance.now()
        }
        const began = performance.now()
        try {
          return await work()
        } finally {
          busy += performance.now() - began
        }
      }),
    busyMs: () => busy,
  }
}
