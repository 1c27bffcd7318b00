import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DOCUMENT_KINDS } from '../law/national/kinds.ts'
import { convert } from '../platform/converter/convert.ts'
import { parseView } from '../reader/parse-view.ts'
import { readSource } from '../reader/read-source.ts'
import type { Reading } from '../reader/types.ts'

/** `kaiming parse FILE`: what the reader finds in a file; touches no database. Returns the exit code. */
export async function parseFile(file: string, isJson: boolean): Promise<0 | 1> {
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => fault)
  if (bytes instanceof Error) {
    const reason =
      bytes.code === 'ENOENT'
        ? '没有这个文件，请检查路径。'
        : bytes.code === 'EISDIR'
          ? '这是一个文件夹，请给出一个文件。'
          : `读不了：${bytes.message}`
    process.stderr.write(`${file}：${reason}\n`)
    return 1
  }
  const converted = await convert({ name: basename(file), bytes })
  if (!converted.ok) {
    process.stderr.write(`${file}：${converted.problem.message}\n`)
    return 1
  }
  const reading = readSource(converted.value, { kinds: DOCUMENT_KINDS.map(({ name }) => name), unitNames: [] })
  process.stdout.write(isJson ? `${JSON.stringify(parseView(reading))}\n` : describe(reading))
  return 0
}

/** A reading for people: what was found, document by document, with what looked wrong. */
function describe(reading: Reading): string {
  const { gazette } = reading
  const lines: string[] = []
  if (gazette) lines.push(`${gazette.title ?? '政府公报'} ${gazette.year ?? '？'}年第${gazette.number ?? '？'}期`, '')
  for (const document of reading.documents) {
    lines.push(`${document.order}. ${document.title}`)
    const facts = [document.docNumber, document.issuer, document.signedOn, document.kind].filter(Boolean)
    lines.push(`   ${facts.join(' · ')}`)
    const clauses = document.elements.filter(({ kind }) => kind === 'clause').length
    lines.push(
      `   条款 ${clauses}，表格 ${document.tables.length}，任务 ${document.tasks.length}，引用 ${document.citations.length}（第 ${document.lines.from}–${document.lines.to} 行）`,
    )
    for (const finding of document.findings) lines.push(`   ! 第 ${finding.line ?? '？'} 行：${finding.message}`)
  }
  for (const finding of reading.findings)
    lines.push(`! ${finding.line === null ? '' : `第 ${finding.line} 行：`}${finding.message}`)
  return `${lines.join('\n')}\n`
}
