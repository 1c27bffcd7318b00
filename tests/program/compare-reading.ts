/** A document of a gold file; fields that are left out are not compared. */
interface GoldDocument {
  readonly order: number
  readonly title: string
  readonly firstWords: string
  readonly lastWords: string
  readonly attachments: readonly { readonly label: string; readonly title: string }[]
  readonly [field: string]: unknown
}

interface GoldTable {
  readonly documentOrder: number
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly firstRow: readonly string[]
  readonly lastRow: readonly string[]
}

interface GoldTask {
  readonly documentOrder: number
  readonly no: number | null
  readonly path: readonly string[]
  readonly requirement: string
  readonly responsible: readonly string[]
  readonly due: string | null
}

interface GoldCitation {
  readonly documentOrder: number
  readonly title: string
  readonly docNumber: string | null
  readonly effect?: string
}

/** What a gold file holds: the view of `kaiming parse --json`, with the first and last words in place of the text. */
export interface Gold {
  readonly source: string
  readonly gazette: Record<string, unknown> | null
  readonly documents: readonly GoldDocument[]
  readonly tables: readonly GoldTable[]
  readonly tasks: readonly GoldTask[]
  readonly citations: readonly GoldCitation[]
  /** Lines of pages (running headers, page numbers) that stand in no document. */
  readonly noise: readonly string[]
}

/** What `kaiming parse --json` prints. */
export interface Found extends Omit<Gold, 'source' | 'documents' | 'noise'> {
  readonly documents: readonly { readonly title: string; readonly text: string }[]
}

/** One thing that a gold file says, and what the reader says of it. */
export interface Comparison {
  readonly field: string
  readonly where: string
  readonly expected: string
  readonly found: string
}

export const isSame = ({ expected, found }: Comparison): boolean => expected === found

/** As a reader sees it: neither white space nor the width of signs makes a difference. */
const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** A value as one line that can be compared and shown; what is absent and what is null are the same. */
const show = (value: unknown): string => fold(JSON.stringify(value ?? null))

/** The same keys in the same order, so that two objects of one meaning are one line. */
const inOrder = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const compareFields = (kind: string, where: string, expected: object, found: object | undefined): Comparison[] =>
  Object.entries(expected).map(([field, value]) => ({
    field: `${kind}.${field}`,
    where,
    expected: show(inOrder(value)),
    found: found === undefined ? 'missing' : show(inOrder((found as Record<string, unknown>)[field])),
  }))

/** Pairs by key, each of the found taken once; what is left over counts against the reader as well. */
function compareLists<T extends { readonly documentOrder: number }>(
  kind: string,
  expected: readonly T[],
  found: readonly T[],
  keyOf: (item: T) => string,
): Comparison[] {
  const left = [...found]
  const compared = expected.flatMap((item) => {
    const key = `${item.documentOrder} ${fold(keyOf(item))}`
    const at = left.findIndex((other) => `${other.documentOrder} ${fold(keyOf(other))}` === key)
    return compareFields(kind, key, item, at < 0 ? undefined : left.splice(at, 1)[0])
  })
  const extra = left.map((item) => ({
    field: `${kind}.extra`,
    where: `${item.documentOrder} ${keyOf(item)}`,
    expected: 'nothing',
    found: 'something',
  }))
  return [...compared, ...extra]
}

function compareDocument(
  { firstWords, lastWords, ...fields }: GoldDocument,
  found: Found['documents'][number] | undefined,
): Comparison[] {
  const where = `${fields.order} ${fields.title}`
  const text = fold(found?.text ?? '')
  const [first, last] = [fold(firstWords), fold(lastWords)]
  return [
    ...compareFields('document', where, fields, found),
    { field: 'document.firstWords', where, expected: first, found: text.slice(0, first.length) },
    { field: 'document.lastWords', where, expected: last, found: text.slice(-last.length) },
  ]
}

function compareNoise(noise: readonly string[], found: Found): Comparison[] {
  const lines = new Set(found.documents.flatMap(({ text }) => text.split('\n').map(fold)))
  return noise.map((line) => ({
    field: 'noise',
    where: line,
    expected: 'left out',
    found: lines.has(fold(line)) ? 'kept' : 'left out',
  }))
}

/** Everything that a gold file says of its source, compared one by one with what the reader found in it. */
export function compareReading(gold: Gold, found: Found): Comparison[] {
  return [
    ...(gold.gazette
      ? compareFields('gazette', gold.source, gold.gazette, found.gazette ?? undefined)
      : compareFields('gazette', gold.source, { any: null }, { any: found.gazette })),
    ...gold.documents.flatMap((document, index) => compareDocument(document, found.documents[index])),
    ...found.documents.slice(gold.documents.length).map(({ title }) => ({
      field: 'document.extra',
      where: title,
      expected: 'nothing',
      found: 'something',
    })),
    ...compareLists('table', gold.tables, found.tables, ({ title, rows }) => `${title} ${rows}`),
    ...compareLists('task', gold.tasks, found.tasks, ({ requirement }) => requirement),
    ...compareLists('citation', gold.citations, found.citations, ({ title }) => title),
    ...compareNoise(gold.noise, found),
  ]
}
