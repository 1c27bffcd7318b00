import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSpaces } from '../kernel/han.ts'
import { readText } from './testing.ts'
import type { ReadDocument, Reading } from './types.ts'

/** Signs of a text, sorted: what is nowhere lost and nowhere doubled. */
const signs = (texts: readonly string[]): string => [...withoutSpaces(texts.join(''))].sort().join('')

/** Lines of a text that a reading counts to no document. */
const isFurniture = ({ furniture }: Reading, line: number): boolean =>
  furniture.some(({ from, to }) => from <= line && line <= to)

/** All text of a document as its elements have it, with what stands about its title. */
function textsOf({ elements, tables, enclosure, attachments }: ReadDocument): string[] {
  // A part that is one table lends it its title.
  const lent = new Set([enclosure, ...attachments.map(({ title }) => title)])
  return elements.flatMap((element) => {
    if (element.kind === 'clause') return [element.label, element.text]
    if (element.kind !== 'table') return [element.text]
    const table = tables[element.table]
    return [
      lent.has(table?.title ?? null) ? '' : (table?.title ?? ''),
      table?.unitNote ?? '',
      ...(table?.columns ?? []),
      ...(table?.rows.flat() ?? []),
      ...(table?.bands.map(({ text }) => text) ?? []),
      ...(table?.notes ?? []),
    ]
  })
}

const numeral = (number: number) => ['一', '二', '三', '四', '五', '六', '七', '八', '九'][number % 9] as string
const organ = fc.constantFrom('明溪区人民政府', '明溪区人民政府办公室', '青河市教育局')
const sentence = fc.constantFrom(
  '请结合实际认真贯彻执行。',
  '依照《云岭市停车条例》（云政发〔2020〕3号）办理',
  '坚持便民利民，统筹推进各项工作，',
  '到2025年年底前建成两处。',
  '（责任单位：区教育局）',
)
const label = fc
  .tuple(fc.constantFrom('、', '（）', '.', '条'), fc.nat(8))
  .map(([kind, number]) =>
    kind === '、'
      ? `${numeral(number)}、`
      : kind === '（）'
        ? `（${numeral(number)}）`
        : kind === '.'
          ? `${number + 1}.`
          : `第${numeral(number)}条　`,
  )
const clause = fc
  .tuple(label, fc.array(sentence, { minLength: 1, maxLength: 3 }))
  .map(([begin, texts]) => begin + texts.join(''))
const table = fc
  .array(fc.constantFrom('水闸\t2座\t区水务局', '道路\t3条\t区住建局', '学校\t1所\t区教体局'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((rows) => ['项目\t数量\t单位', ...rows].join('\n'))
const furniture = fc.constantFrom('— 3 —', '明溪区人民政府公报　2024年第1期', '12', '（此页无正文）')
const body = fc.uniqueArray(fc.oneof(clause, sentence, table, furniture), { minLength: 1, maxLength: 8 })
const end = fc.constantFrom(
  '（此件公开发布）',
  '抄送：区委办公室。',
  '（2024年5月2日印发）',
  '附件：任务分工',
  '附件1\n任务分工',
)

/** A document as gazettes print it: title, number, recipients, text, signature, what stands about the end. */
const document = fc
  .tuple(organ, fc.nat(90), fc.boolean(), body, fc.array(end, { maxLength: 3 }))
  .map(([name, serial, isNumbered, texts, ends]) =>
    [
      `${name}\n关于推进第${serial}批事项的通知`,
      ...(isNumbered ? [`明溪政发〔2024〕${serial + 1}号`] : []),
      '各街道办事处：',
      ...texts,
      name,
      '2024年5月1日',
      ...ends,
    ].join('\n'),
  )
/** Documents with titles of their own: the same title again would be what the first one issues. */
const gazette = fc
  .array(document, { minLength: 1, maxLength: 4 })
  .map((documents) => documents.map((text, index) => text.replace(/第\d+批/, `第${index}批`)).join('\n'))
const wild = fc
  .array(fc.oneof(fc.string({ maxLength: 40, unit: 'binary' }), clause, sentence, furniture, end, organ, table), {
    maxLength: 25,
  })
  .map((lines) => lines.join('\n'))

describe('no text is lost or doubled between the lines of a source and the elements of its documents', () => {
  test('gazettes made of heads, clauses, tables, signatures and furniture', () => {
    fc.assert(
      fc.property(gazette, (text) => {
        const reading = readText(text)
        const printed = text
          .split('\n')
          .filter((line, index) => !isFurniture(reading, index + 1) && !/^明溪政发〔2024〕\d+号$|^附件\d*$/.test(line))
        // Number and label of an attachment are fields, no elements.
        // A table that a page cuts has its header once: columns are compared by what they name, not how often.
        const rows = (line: string) => !line.startsWith('项目\t')
        const found = reading.documents.flatMap(textsOf).filter((part) => !['项目', '数量', '单位'].includes(part))
        expect(signs(found)).toBe(signs(printed.filter(rows)))
      }),
      { numRuns: 300 },
    )
  })

  test('each line lies in one document or in the furniture', () => {
    fc.assert(
      fc.property(wild, (text) => {
        fc.pre(!text.startsWith('\n'))
        const reading = readText(text)
        const spans = reading.documents.map(({ lines }) => lines)
        for (const [index, span] of spans.entries())
          if (index > 0) expect(span.from).toBeGreaterThan(spans[index - 1]?.to ?? 0)
        for (const [index, line] of text.split('\n').entries()) {
          if (!/[\p{Script=Han}\p{L}]/u.test(line)) continue
          const isRead = spans.some(({ from, to }) => from <= index + 1 && index + 1 <= to)
          expect(isRead || isFurniture(reading, index + 1)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('reading is deterministic', () => {
  fc.assert(
    fc.property(fc.oneof(wild, gazette), (text) => {
      expect(readText(text)).toEqual(readText(text))
    }),
    { numRuns: 100 },
  )
})

test('other forms of the same signs give the same structure', () => {
  const shape = (text: string) =>
    readText(text).documents.map(({ elements, docNumber, signedOn, recipients }) => [
      docNumber,
      signedOn,
      recipients === null,
      elements.map(({ kind, path, lines }) => [kind, path.normalize('NFKC'), lines]),
    ])
  fc.assert(
    fc.property(gazette, (text) => {
      expect(shape(text.normalize('NFC'))).toEqual(shape(text))
      expect(shape(text.normalize('NFKC'))).toEqual(shape(text))
    }),
    { numRuns: 100 },
  )
})

test('no text is too odd to be read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (text) => {
      expect(readText(text).documents.length).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 200 },
  )
})

describe('the structure of hostile text is read in full', () => {
  test.each<[string, string, number]>([
    ['labels without text', '（一）\n'.repeat(150_000), 150_000],
    ['paragraphs without end', `一、${'植树。\n'.repeat(150_000)}`, 1],
    [
      'a field of units without end',
      `一、植树\n责任单位：${Array.from({ length: 150_000 }, (_, at) => `第${at}街道`).join('、')}`,
      1,
    ],
    ['aligned rows without end', `序号    任务    责任单位\n${'1    植树    区林业局\n'.repeat(150_000)}`, 0],
    [
      'rows of one cell a line',
      `序号\n任务\n单位\n${Array.from({ length: 150_000 }, (_, at) => `${at + 1}\n植树\n区林业局\n`).join('')}`,
      0,
    ],
    ['attachments without end', `明溪区人民政府关于植树的通知\n${'附件\n'.repeat(5_000)}`, 0],
    [
      'headers over rows without end',
      `序号\t任务\t单位\n${'- 1 -\n明溪区河道清淤三年行动方案\n2\t护林\t区林业局\n'.repeat(40_000)}`,
      0,
    ],
    [
      'one row that pages cut without end',
      `序号\t任务\t单位\n1\t植树\t区林业局\n\n${'\t和其他方面的各项工作要求与安排\t\n\n'.repeat(40_000)}`,
      0,
    ],
    [
      'task tables beside as many clauses',
      `明溪区人民政府关于改革的通知\n${Array.from({ length: 2_000 }, (_, at) => `（${'一二三四五六七八九'[at % 9]}）研究${at}号事宜\n推行容缺受理，压缩${at}号时限。\n\n序号\t事项\t责任单位\n一、收费${at}\t\t\n1\t推行容缺受理，压缩${at}号时限。\t区发改局\n`).join('\n')}`,
      2_000,
    ],
    ['nested book marks', `一、依据${'《'.repeat(200_000)}`, 1],
    ['brackets', `一、${'('.repeat(200_000)}`, 1],
    ['organs that sign nothing', '明溪区人民政府\n'.repeat(20_000), 0],
    ['titles without end', '明溪区人民政府关于植树\n'.repeat(5_000), 0],
  ])('%s', (_, text, clauses) => {
    const { documents } = readText(text)
    expect(documents.flatMap(({ elements }) => elements).filter(({ kind }) => kind === 'clause')).toHaveLength(clauses)
  })
})
