/**
 * What stands in a JSON file that people write, or in a sentence where it goes wrong. A mark of byte order, which editors on
 * Windows put before the text, is none of it.
 */
export function readJson(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/u, '')) }
  } catch (fault) {
    return { fault: faultOf((fault as Error).message) }
  }
}

/** V8 says where and what it expected, in English; what can be done is the same for all of it. */
function faultOf(message: string): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/u.exec(message) ?? []
  if (line) return `第 ${line} 行第 ${column} 个字符处写错了，请检查那里和前一行的引号、逗号和括号（都用半角）。`
  if (/end of JSON input/u.test(message)) return '文件没有写完，末尾少了引号或括号。'
  const [, sign] = /^Unexpected token '([^']+)'/u.exec(message) ?? []
  return sign
    ? `不该有“${sign}”的地方有了它，请检查引号、逗号和括号（都用半角）。`
    : '请检查引号、逗号和括号（都用半角）。'
}
