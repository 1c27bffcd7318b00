import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { numberOf, titleOf } from './read-source.mjs'

/** Packing writes the time into the file; the same source is to give the same bytes. */
const WHEN = Date.UTC(2023, 3, 28, 1)

/** 一、 and （一） are drawn by the numbering of the style: the text of the file does not hold them. */
const LEVELS = [
  { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT, suffix: 'nothing' },
  { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT, suffix: 'nothing' },
]
const NUMERALS = '一二三四五六七八九十'
const LABELS = [/^([一二三四五六七八九十])、/, /^（([一二三四五六七八九十])）/]
const CENTRED = new Set(['title', 'docnumber', 'heading', 'chapter', 'caption'])
const RIGHT = new Set(['sign', 'date', 'unit'])
const BOLD = new Set(['title', 'heading', 'chapter'])

/** Counts clauses as the numbering of Word does, so that only labels which it would draw are left to it. */
class Counter {
  #counts = [0, 0]

  /** The level of a paragraph that bears the next label of its level, else null. */
  take(text) {
    const level = LABELS.findIndex((label) => label.test(text))
    if (level < 0) return null
    const printed = NUMERALS.indexOf(LABELS[level].exec(text)[1]) + 1
    if (printed !== this.#counts[level] + 1) return null
    this.#counts = level === 0 ? [printed, 0] : [this.#counts[0], printed]
    return level
  }
}

const paragraph = ({ kind, text }, numbering) => {
  const alignment = CENTRED.has(kind)
    ? AlignmentType.CENTER
    : RIGHT.has(kind)
      ? AlignmentType.RIGHT
      : AlignmentType.BOTH
  const isIndented = alignment === AlignmentType.BOTH && kind !== 'to' && kind !== 'label' && kind !== 'print'
  const size = BOLD.has(kind) ? 30 : 24
  return new Paragraph({
    alignment,
    keepNext: CENTRED.has(kind),
    indent: isIndented ? { firstLine: 480 } : undefined,
    spacing: { line: 360, before: kind === 'title' || kind === 'heading' ? 120 : 0 },
    numbering,
    children: [new TextRun({ text, bold: BOLD.has(kind), size })],
  })
}

const table = ({ rows }) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map(
            (text, column) =>
              new TableCell({
                verticalMerge: mergeOf(rows, row, column),
                children: [new Paragraph({ children: [new TextRun({ text: text === '^' ? '' : text, size: 21 })] })],
              }),
          ),
        }),
    ),
  })

function mergeOf(rows, row, column) {
  if (rows[row][column] === '^') return VerticalMergeType.CONTINUE
  return rows[row + 1]?.[column] === '^' ? VerticalMergeType.RESTART : undefined
}

/** Each run of clauses (a notice, what it issues) is numbered anew: `instance` tells Word so. */
function documentBlocks({ blocks }, nextInstance) {
  let counter = new Counter()
  let instance = nextInstance()
  return blocks.map((block) => {
    if (block.kind === 'table') return table(block)
    if (block.kind === 'heading') {
      counter = new Counter()
      instance = nextInstance()
    }
    const level = block.kind === 'paragraph' ? counter.take(block.text) : null
    if (level === null) return paragraph(block)
    const text = block.text.replace(LABELS[level], '')
    return paragraph({ ...block, text }, { reference: 'clauses', level, instance })
  })
}

function contents({ documents }) {
  const lines = []
  let section = null
  for (const document of documents) {
    if (document.section !== section) lines.push(paragraph({ kind: 'label', text: `【${document.section}】` }))
    section = document.section
    const number = numberOf(document)
    lines.push(
      paragraph({ kind: 'label', text: `${titleOf(document)}${number ? `（${number}）` : ''}……${document.page}` }),
    )
  }
  return lines
}

const cover = ({ name, number, imprint }) => [
  paragraph({ kind: 'title', text: name }),
  paragraph({ kind: 'docnumber', text: number }),
  ...imprint.map((text) => paragraph({ kind: 'docnumber', text })),
  new Paragraph({ children: [new PageBreak()] }),
]

/** Makes and packs a document with a clock that stands still. */
async function packed(make) {
  // The entries of the archive bear local time.
  process.env.TZ = 'Asia/Shanghai'
  const RealDate = globalThis.Date
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [WHEN] : given))
    }

    static now() {
      return WHEN
    }
  }
  try {
    return await Packer.toBuffer(make())
  } finally {
    globalThis.Date = RealDate
  }
}

/** An issue as DOCX, with running header and page numbers, clauses numbered by style and merged cells. */
export function makeDocx(issue) {
  let instances = 0
  const nextInstance = () => ++instances
  const running = (children) => new Paragraph({ alignment: AlignmentType.CENTER, children })
  const document = () =>
    new Document({
      creator: '明溪区人民政府办公室',
      title: `${issue.name}${issue.number}`,
      styles: { default: { document: { run: { font: 'SimSun', size: 24 } } } },
      numbering: { config: [{ reference: 'clauses', levels: LEVELS }] },
      sections: [
        {
          headers: { default: new Header({ children: [running([new TextRun(`${issue.name}　${issue.number}`)])] }) },
          footers: {
            default: new Footer({ children: [running([new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })])] }),
          },
          children: [
            ...cover(issue),
            paragraph({ kind: 'title', text: '目　录' }),
            ...contents(issue),
            new Paragraph({ children: [new PageBreak()] }),
            ...issue.documents.flatMap((one) => documentBlocks(one, nextInstance)),
          ],
        },
      ],
    })
  return packed(document)
}
