import type { CliCommand } from '../../cli/command.ts'
import { matchUnits } from './actions/match-units.ts'
import { listDoubts } from './store/doubt.queries.ts'
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

/** What a person should look at. */
export const reviewCommands: readonly CliCommand[] = [unmatched, doubts, missing]
