import type { CliCommand } from '../../cli/command.ts'
import { listFields } from './actions/list-fields.ts'
import { matchUnits } from './actions/match-units.ts'
import { isTextOverride } from './rules/corrected-text.ts'
import { editWords } from './rules/text-edit.ts'
import { listDoubts } from './store/doubt.queries.ts'
import { type ListedOverride, listOverrides } from './store/override.queries.ts'
import { citedButMissing } from './store/relation.queries.ts'
import { listUnmatchedNames } from './store/unmatched.queries.ts'

/** Rows that a list on the terminal shows; `--json` gives all. */
const SHOWN = 50
const ALL = { limit: 100_000, offset: 0 }

const json = (value: unknown): string => `${JSON.stringify(value)}\n`

const unmatched: CliCommand = {
  name: 'units unmatched',
  summary: '列出文件里写到、而单位名录里对不上的单位名称',
  declare: (command) => command.option('--json', '以 JSON 输出全部'),
  async run({ deps, site, actor, stdout }, _args, options) {
    const page = options.json === true ? ALL : { limit: SHOWN, offset: 0 }
    const visitor = { kind: 'staff', name: actor.name } as const
    await matchUnits(deps, site.id)
    const list = await deps.database.read(site.id, (tx) => listUnmatchedNames(tx, visitor, page))
    if (options.json === true) stdout(json(list))
    else {
      for (const { name, documents, tasks, example } of list.items)
        stdout(
          `${name}：${documents} 份文件${tasks > 0 ? `、${tasks} 项任务` : ''}，如 ${example.id}《${example.title}》\n`,
        )
      stdout(`共 ${list.total} 个名称对不上。请在单位名录里补上全称、简称和起止日期，再运行 kaiming units load。\n`)
    }
    return 0
  },
}

const doubts: CliCommand = {
  name: 'doubts',
  summary: '列出可能是同一份的文件（由人决定是否合并）',
  declare: (command) => command.option('--json', '以 JSON 输出'),
  async run({ deps, site, actor, stdout }, _args, options) {
    const visitor = { kind: 'staff', name: actor.name } as const
    const list = await deps.database.read(site.id, (tx) => listDoubts(tx, visitor))
    if (options.json === true) stdout(json(list))
    else {
      for (const { one, other, because } of list)
        stdout(`${one.id}《${one.title}》\n${other.id}《${other.title}》\n  ${because}\n`)
      stdout(`共 ${list.length} 对。确认是同一份的，请用 kaiming merge。\n`)
    }
    return 0
  },
}

const missing: CliCommand = {
  name: 'missing',
  summary: '列出被引用而文件库没有的文件',
  declare: (command) => command.option('--json', '以 JSON 输出全部'),
  async run({ deps, site, actor, stdout }, _args, options) {
    const page = options.json === true ? ALL : { limit: SHOWN, offset: 0 }
    const visitor = { kind: 'staff', name: actor.name } as const
    const list = await deps.database.read(site.id, (tx) => citedButMissing(tx, visitor, page))
    if (options.json === true) stdout(json(list))
    else {
      for (const { title, docNumber, count } of list.items)
        stdout(`《${title}》${docNumber ? `（${docNumber}）` : ''}：${count} 份文件引用\n`)
      stdout(`共 ${list.total} 份被引用的文件不在文件库里。\n`)
    }
    return 0
  },
}

/** One correction in a line: of words of the text, which may be a whole article, only what was changed. */
function correctionLine({
  field,
  value,
  found,
  isAdded,
}: Pick<ListedOverride, 'field' | 'value' | 'found' | 'isAdded'>) {
  const shown = value === '' ? '（空）' : value
  if (found === null) return `${field}：${shown}`
  if (isTextOverride(field) && value !== '') return `${field}：${editWords(found, value)}`
  return `${field}${isAdded ? `（补上的${found === value ? '' : `：${found}`}）` : `（${found}）`}：${shown}`
}

const corrections: CliCommand = {
  name: 'corrections',
  summary: '列出人做过的更正；重新识别后找不到所更正内容的排在最前',
  declare: (command) => command.option('--json', '以 JSON 输出'),
  async run({ deps, site, stdout }, _args, options) {
    const list = await deps.database.read(site.id, (tx) => listOverrides(tx, site.id))
    if (options.json === true) stdout(json(list))
    else {
      for (const { documentId, title, reason, actor, isLost, ...one } of list)
        stdout(
          `${documentId}《${title}》\n  ${correctionLine(one)}\n  ${actor}，${reason}${isLost ? '\n  ！现在的识别结果里找不到这一项，更正没有生效。请核对，或用 kaiming correct … --undo 取消。' : ''}\n`,
        )
      const lost = list.filter(({ isLost }) => isLost).length
      stdout(`共 ${list.length} 项更正${lost > 0 ? `，其中 ${lost} 项没有生效` : ''}。\n`)
    }
    return 0
  },
}

const fields: CliCommand = {
  name: 'fields',
  summary: '列出一份文件可以更正的字段、正文、任务和引用，以及更正时的写法',
  declare: (command) => command.argument('<编号>', '文件编号').option('--json', '以 JSON 输出'),
  async run({ deps, site, actor, stdout, stderr }, [documentId = ''], options) {
    const listed = await listFields(deps, { siteId: site.id, actor, documentId })
    if (!listed.ok) {
      stderr(`${listed.problem.message}\n`)
      return 1
    }
    if (options.json === true) stdout(json(listed.value))
    else
      for (const { field, value, note } of listed.value)
        stdout(`${field}\t${value ?? '（空）'}${note === null ? '' : `\t${note}`}\n`)
    return 0
  },
}

/** What a person should look at. */
export const reviewCommands: readonly CliCommand[] = [unmatched, doubts, missing, corrections, fields]
