import { type PGlite, protocol, type QueryOptions, type Results } from '@electric-sql/pglite'
import { type Answer, after, commandOf, descriptionOf, readAnswer, rowsOf } from './embedded-answer.ts'
import { makeQueue, makeTurns } from './turns.ts'

const { serialize } = protocol
const EXECUTE = serialize.execute({})
const SYNC = serialize.sync()

/** What Drizzle's driver asks of a client of PGlite, inside one transaction. */
export interface EmbeddedClient {
  query<Row>(text: string, values?: readonly unknown[], options?: QueryOptions): Promise<Results<Row>>
}

/** How a transaction begins. */
export interface Opening {
  readonly isReadOnly?: boolean
  /** Statements without values whose effect ends with the transaction. */
  readonly settings?: readonly string[]
}

/** The one connection to an embedded record: transactions queue for it. */
export interface EmbeddedConnection {
  /**
   * Runs `work` between BEGIN and COMMIT, after the settings of `opening`; what it throws rolls back.
   * `began` is called when its turn has come. Nothing is sent for work that asks nothing. Work that only reads goes on in the
   * transaction of the one before it when both began alike: each statement sees what is committed at its time, so that it
   * sees the same, and three readings of a page begin and end once.
   */
  transact<T>(opening: Opening, work: (client: EmbeddedClient) => Promise<T>, began?: () => void): Promise<T>
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

type Ask = (sent: readonly Uint8Array[]) => Promise<Answer>

/** Texts with lists of any length are many; what is asked on every page and for every document is a hundred or two. */
const KEPT_STATEMENTS = 400

/**
 * Speaks PostgreSQL's extended protocol with PGlite in one round a statement, and lets the record keep what it has parsed
 * and planned. PGlite's own `query` takes six rounds and parses every time, which costs three times as much.
 */
export function makeEmbeddedConnection(client: PGlite): EmbeddedConnection {
  const statements = makeStatements()
  const turns = makeTurns()

  const prepare = async (text: string, before: readonly Uint8Array[], ask: Ask): Promise<Prepared> => {
    const name = statements.nextName()
    const answer = await ask([
      ...before,
      ...statements.outdated().map((old) => serialize.close({ type: 'S', name: old })),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      SYNC,
    ])
    const bare = Buffer.concat([serialize.bind({ statement: name }), EXECUTE])
    return statements.keep(text, { name, ...descriptionOf(after(answer, 'parse')), bare })
  }
  const prepared = async (text: string): Promise<Prepared> =>
    statements.find(text) ?? (await prepare(text, [], (sent) => round(client, sent)))

  /** True while a transaction is open between two works: the one whose turn is next goes on in it. */
  let isHandedOn = false

  const transact: EmbeddedConnection['transact'] = ({ isReadOnly = false, settings = [] }, work, began) => {
    const begin = [isReadOnly ? 'BEGIN READ ONLY' : 'BEGIN', ...settings]
    const kind = isReadOnly ? begin.join(';') : null
    return turns.take(kind, async () => {
      began?.()
      let isBegun = isHandedOn
      let hasFailed = false
      isHandedOn = false
      /** What opens the transaction, until it is sent: it travels with the first statement. */
      const opened = async (): Promise<readonly Uint8Array[]> => {
        if (isBegun) return []
        const sent: Uint8Array[] = []
        for (const text of begin) sent.push((await prepared(text)).bare)
        isBegun = true
        return sent
      }
      const ask = async (sent: readonly Uint8Array[]): Promise<Answer> => {
        try {
          return await round(client, sent)
        } catch (fault) {
          hasFailed = true
          throw fault
        }
      }
      const inOrder = makeQueue()
      const query: EmbeddedClient['query'] = (text, values = [], options = {}) =>
        inOrder(async () => {
          const statement = statements.find(text) ?? (await prepare(text, await opened(), ask))
          const written = values.map((value, at) => write(client, value, statement.parameters[at]))
          const bound = serialize.bind({ statement: statement.name, values: written })
          const answer = await ask([...(await opened()), bound, EXECUTE, SYNC])
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
      await inOrder(async () => {
        isHandedOn = isBegun && !hasFailed && turns.isNext(kind)
        if (!isHandedOn) await end('COMMIT')
      })
      return value
    })
  }
  return {
    transact,
    alone: (statement) => turns.take(null, async () => void (await round(client, [serialize.query(statement)]))),
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
