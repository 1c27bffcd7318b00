import { foldWidth, withoutSpaces } from '../../../kernel/han.ts'
import type { ReadTable } from '../../../reader/types.ts'
import { type Period, periodIn } from './period.ts'

/** One line of a statistical table. */
export interface StatisticalIndicator {
  /** Folded, without marks of notes and of parts (*, #, 其中): names of the same thing are the same. */
  readonly name: string
  readonly unit: string | null
  readonly value: number | null
  /** Per cent against the year before. */
  readonly growth: number | null
  /** Where a table has a column for each year. */
  readonly byYear: ReadonlyMap<number, number>
}

const NAME = /指标|项目|名称|类别|分类/u
/** 类别 beside 指标名称 sorts indicators: it names none of them. */
const SORTS = /类别|分类/u
const UNIT = /^(?:计量)?单位$/u
const GROWTH = /同比|增长|增速|增幅|±|比上年|比去年/u
/** What was before stands beside what is: 原标准 and 调整后标准, 上年同期 and 本期. */
const FORMER = /^(?:原|上年|去年|上期|(?:调整|修改|变更)前)/u
const SERIAL = /^(?:序号|编号)$/u
const YEAR = /^(\d{4})年?$/u
const NUMBER = /^[-+]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?%?$/u

/** `-0.9`, `1,234.5`, `6.8%` → a number; `—` and nothing → null. */
export function readFigure(cell: string | undefined): number | null {
  const text = withoutSpaces(foldWidth(cell ?? '')).replace(/^[−–—](?=\d)/u, '-')
  return NUMBER.test(text) ? Number(text.replaceAll(',', '').replace('%', '')) : null
}

const IN_BRACKETS = /[（(]([^（）()]{1,8})[）)]$/u
const MARKS = /^(?:[#＃*＊※•·]|其中[:：]?|[（(]?[一二三四五六七八九十\d]+[)）、.．])+|[*＊※#]+$/gu

/** 地区生产总值*（亿元） → its plain name, and the unit that its brackets hold. */
function readName(cell: string): { readonly name: string; readonly unit: string | null } {
  const text = withoutSpaces(cell)
  const bare = text.replace(MARKS, '')
  const unit = IN_BRACKETS.exec(bare)?.[1] ?? null
  return { name: foldWidth(unit === null ? bare : bare.replace(IN_BRACKETS, '')).replace(MARKS, ''), unit }
}

/** 单位：亿元 → 亿元; several units at once (亿元、万人) say nothing of one line. */
function unitOfNote(note: string | null): string | null {
  const said = withoutSpaces(note ?? '').replace(/^[（(]?(?:计量)?单位[:：]?|[)）]$/gu, '')
  return said === '' || /[、,，/]/u.test(said) ? null : said
}

/** The indicators of a statistical table, in its order. Lines without a name are left out. */
export function readIndicators({ columns, filledRows, unitNote }: ReadTable): readonly StatisticalIndicator[] {
  const heads = columns.map((column) => withoutSpaces(foldWidth(column)))
  const find = (test: (head: string, at: number) => boolean) => heads.findIndex(test)
  const serial = find((head) => SERIAL.test(head))
  const names = heads.flatMap((head, at) => (at !== serial && NAME.test(head) && !UNIT.test(head) ? [at] : []))
  const named = names.find((at) => !SORTS.test(heads[at] ?? '')) ?? names[0] ?? -1
  const name = named >= 0 ? named : find((_, at) => at !== serial)
  const unit = find((head) => UNIT.test(head))
  const growth = find((head, at) => at !== name && GROWTH.test(head))
  const taken = new Set([serial, name, unit, growth])
  const hasFigures = (at: number) => !taken.has(at) && filledRows.some((row) => readFigure(row[at]) !== null)
  const newest = find((head, at) => hasFigures(at) && !FORMER.test(head))
  const value = newest >= 0 ? newest : find((_, at) => hasFigures(at))
  const years = heads.flatMap((head, at) => {
    const year = YEAR.exec(head)?.[1]
    return year ? [[at, Number(year)] as const] : []
  })
  const noted = unitOfNote(unitNote)
  return filledRows.flatMap((row) => {
    const said = readName(row[name] ?? '')
    if (said.name === '') return []
    const byYear = years.flatMap(([at, year]) => {
      const figure = readFigure(row[at])
      return figure === null ? [] : [[year, figure] as const]
    })
    return [
      {
        name: said.name,
        unit: (unit >= 0 ? withoutSpaces(row[unit] ?? '') : '') || said.unit || noted,
        value: readFigure(row[value]),
        growth: readFigure(row[growth]),
        byYear: new Map(byYear),
      },
    ]
  })
}

/** What a table is about: its own title says it, else its document's. */
export const periodOfTable = (tableTitle: string | null, documentTitle: string): Period | null =>
  (tableTitle ? periodIn(tableTitle) : null) ?? periodIn(documentTitle)
