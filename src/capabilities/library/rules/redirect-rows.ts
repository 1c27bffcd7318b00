import { unifiedDocNumber } from '../../../kernel/doc-number.ts'

/** An old address and what it is to lead to, as a line of a file says it. */
export interface RedirectRow {
  /** Line in the file, from 1. */
  readonly line: number
  /** Path and query of the old address, as requests bear it. */
  readonly path: string
  readonly target:
    | { readonly kind: 'document'; readonly id: string }
    /** By number and title; by one of them alone where the row leaves the other out. */
    | { readonly kind: 'named'; readonly docNumber: string | null; readonly title: string | null }
    | { readonly kind: 'file'; readonly file: string }
}

export interface RowFault {
  readonly line: number
  readonly reason: string
}

/** Columns by their names, in Chinese or English; their order does not matter. */
const COLUMNS = {
  old: ['旧网址', 'old'],
  id: ['文件编号', 'id'],
  docNumber: ['文号', 'docNumber'],
  title: ['标题', 'title'],
  file: ['附件', 'file'],
} as const

type Column = keyof typeof COLUMNS

/** Where this program's own pages stand: an old address cannot take their place. */
const TAKEN = new RegExp(
  `^/(?:|${[
    'documents|gazettes|units|search|ask|files|tasks|api|loads|metrics|healthz|readyz|browse|statistics|assets',
    'appointments|approvals|transfers|citations/missing|help|privacy|accessibility|sitemap|feed\\.xml|sitemap\\.xml',
    'sitemap-\\d+\\.xml|robots\\.txt|opensearch\\.xml|icon\\.svg|(?:tasks|appointments|approvals|transfers|citations/missing)\\.csv',
  ].join('|')})(?:[/?]|$)`,
)

/**
 * Path and query of an address, whole or without its host, percent-encoded as browsers send it. Null: it is none. The
 * fragment never reaches a server and is left out.
 */
export function oldPath(address: string): string | null {
  const text = address.trim()
  // Names of attachments hold blanks, also wide ones, which browsers encode; a tab, a break or a second address is a slip.
  if (text === '' || /[^\S \u3000]|\s(?:https?:)?\//i.test(text) || !/^(?:https?:\/\/|\/)/i.test(text)) return null
  try {
    const { pathname, search } = new URL(text, 'http://old.invalid')
    // Also of signs in GB 18030, which no URL can decode: they are compared as they were encoded.
    return `${pathname}${search}`.replace(/%[0-9a-f]{2}/gi, (sign) => sign.toUpperCase())
  } catch {
    return null
  }
}

/** Reads the rows of a file (its first row names the columns): every row is a redirect or a fault with its line. */
export function readRedirects(rows: readonly { readonly line: number; readonly cells: readonly string[] }[]): {
  readonly redirects: readonly RedirectRow[]
  readonly faults: readonly RowFault[]
} {
  const [head, ...body] = rows
  const places = head ? columnsOf(head.cells) : null
  if (!places?.has('old'))
    return {
      redirects: [],
      faults: [{ line: head?.line ?? 1, reason: '第一行应当是列名：旧网址，以及文件编号、文号、标题、附件中的一些。' }],
    }
  const redirects: RedirectRow[] = []
  const faults: RowFault[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const cell = (column: Column) => cells[places.get(column) ?? -1]?.trim() ?? ''
    const read = readRow(line, cell)
    const before = read.ok ? seen.get(read.row.path) : undefined
    if (!read.ok) faults.push({ line, reason: read.reason })
    else if (before !== undefined) faults.push({ line, reason: `这个旧网址在第 ${before} 行已经写过。` })
    else {
      seen.set(read.row.path, line)
      redirects.push(read.row)
    }
  }
  return { redirects, faults }
}

function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim().replace(/^\uFEFF/, '')
    for (const [column, names] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
      if (names.includes(name)) places.set(column, index)
    }
  }
  return places
}

type ReadRow = { readonly ok: true; readonly row: RedirectRow } | { readonly ok: false; readonly reason: string }

function readRow(line: number, cell: (column: Column) => string): ReadRow {
  const path = oldPath(cell('old'))
  if (path === null) return { ok: false, reason: `旧网址“${cell('old')}”不对：应当是完整的网址，或者以 / 开头的路径。` }
  if (TAKEN.test(path)) return { ok: false, reason: `旧网址 ${path} 是本平台自己的页面，不能改指别处。` }
  const [id, docNumber, title, file] = [cell('id'), cell('docNumber'), cell('title'), cell('file')]
  const target = file
    ? { kind: 'file' as const, file }
    : id
      ? { kind: 'document' as const, id }
      : title || docNumber
        ? { kind: 'named' as const, docNumber: docNumber ? unifiedDocNumber(docNumber) : null, title: title || null }
        : null
  if (target === null)
    return {
      ok: false,
      reason: '没有写去向：请填文件编号，或者文号和标题（只有一个也行），或者附件（文件名或哈希值）。',
    }
  return { ok: true, row: { line, path, target } }
}
