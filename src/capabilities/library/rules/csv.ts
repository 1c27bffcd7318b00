/** Cells that a spreadsheet would run as a formula are written as text (a leading apostrophe). */
const guarded = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.,]+%?$/.test(cell) ? `'${cell}` : cell

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table as CSV for Excel: UTF-8 with a byte order mark, CRLF (RFC 4180), formulas disarmed. */
export const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[columns, ...rows].map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`
