// How fast the reader is, and whether its cost grows with the text alone: `npm run bench:reader -- FILE.txt…`.
import { readFileSync } from 'node:fs'
import { DOCUMENT_KINDS } from '../src/law/national/kinds.ts'
import { readSource } from '../src/reader/read-source.ts'

const kinds = DOCUMENT_KINDS.map(({ name }) => name)

function seconds(text: string): number {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }))
  const started = performance.now()
  readSource({ format: 'txt', lines, hints: {}, findings: [] }, { kinds, unitNames: [] })
  return (performance.now() - started) / 1000
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const size = Buffer.byteLength(text) / 1e6
  for (let warm = 0; warm < 5; warm++) seconds(text)
  const times = [1, 2, 4, 8].map((times) => Math.min(...[0, 0, 0].map(() => seconds(text.repeat(times)))))
  process.stdout.write(
    `${file.split('/').at(-1)}: ${(size / (times[0] ?? 1)).toFixed(1)} MB/s; 1×, 2×, 4×, 8×: ${times.map((time) => `${(time * 1000).toFixed(1)} ms`).join(', ')}\n`,
  )
}
const million = 1_000_000
const hostile: Readonly<Record<string, string>> = {
  'a million (': '('.repeat(million),
  'a million 《': '《'.repeat(million),
  'a million digits': '1'.repeat(million),
  'a million spaces': ' '.repeat(million),
  'a million combining marks': `a${'\u0301'.repeat(million)}`,
  '100,000 lines of （一）': '（一）\n'.repeat(100_000),
  '200,000 rows': '甲\t乙\t丙\n'.repeat(200_000),
  '200,000 numbered rows': Array.from({ length: 200_000 }, (_, row) => `${row}\t甲\t加强巡查。\t区水务局`).join('\n'),
  '100,000 tables of one row': '文字。\n甲\t乙\t丙\n'.repeat(100_000),
  '1,000 columns in 1,000 rows': `${'甲\t'.repeat(1_000)}\n`.repeat(1_000),
  'a million pipes': '|'.repeat(million),
  'an HTML table without end': `<table>${'<tr><td>甲<td rowspan=9>乙\n'.repeat(100_000)}`,
  '200,000 torn rows': '1\t甲\n乙\n'.repeat(100_000),
  '100,000 aligned headers': '序号    任务    责任单位\n'.repeat(100_000),
}
for (const [name, text] of Object.entries(hostile))
  process.stdout.write(`${name}: ${(seconds(text) * 1000).toFixed(0)} ms\n`)
