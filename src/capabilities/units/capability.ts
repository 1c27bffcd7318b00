import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Capability } from '../../capability.ts'
import type { CliCommand } from '../../cli/command.ts'
import { faultReason } from '../../kernel/fault-reason.ts'
import { loadUnits, readUnitsFile } from './actions/load-units.ts'
import { unitPages } from './portal/pages.tsx'
import { unitSlots } from './portal/slot-fills.tsx'

const unitsLoad: CliCommand = {
  name: 'units load',
  summary: '装载单位名录（部门、街道、镇，全称和简称）',
  declare: (command) => command.argument('<文件>', '单位名录（JSON）').option('--dry-run', '只检查，不写入'),
  async run({ deps, site, actor, cwd, stdout, stderr }, [file = ''], options) {
    const path = resolve(cwd, file)
    const text = await readFile(path, 'utf8').catch((fault: Error) => fault)
    if (text instanceof Error) {
      stderr(`读不了 ${path}：${faultReason(text)}。请检查路径。\n`)
      return 2
    }
    const read = readUnitsFile(text)
    if (!read.ok) {
      stderr(`${read.problem.message}\n`)
      return 1
    }
    const isDryRun = options.dryRun === true
    const outcome = await loadUnits(deps, { siteId: site.id, actor, file: read.value, isDryRun })
    if (!outcome.ok) {
      stderr(`${outcome.problem.message}\n`)
      return 1
    }
    const { units: count, added, changed } = outcome.value
    const what = added + changed === 0 ? '没有变化' : `新增 ${added} 个，改动 ${changed} 个`
    stdout(`${isDryRun ? '检查通过（没有写入）：' : '已装载：'}${count} 个单位，${what}。\n`)
    return 0
  },
}

/** Departments, subdistricts and towns: names with their dates, duties, where to turn. */
export const units: Capability = {
  name: 'units',
  commands: [unitsLoad],
  mount: (deps, shell) => ({ pages: unitPages(deps, shell), slots: unitSlots }),
}
