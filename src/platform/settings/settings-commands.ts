import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import { importSettings, loadSettings, missingBeforePublic, readSettingsFile } from './settings.ts'

export const settingsImport: CliCommand = {
  name: 'settings import',
  summary: '导入站点设置（名称、代码、备案号、联系方式）',
  declare: (command) => command.argument('<文件>', '设置文件（JSON）'),
  async run({ deps, site, actor, cwd, stdout, stderr }, [file = '']) {
    const text = await readFile(resolve(cwd, file), 'utf8').catch((fault: Error) => fault)
    if (text instanceof Error) {
      stderr(`读不了 ${file}：${text.message}\n`)
      return 2
    }
    const read = readSettingsFile(text)
    if (!read.ok) {
      stderr(`${read.problem.message}\n`)
      return 1
    }
    const imported = await importSettings(deps.database, read.value, actor, deps.clock.now(), site.id)
    if (!imported.ok) {
      stderr(`${imported.problem.message}\n`)
      return 1
    }
    const { siteId, isChanged } = imported.value
    stdout(isChanged ? `已导入 ${read.value.name} 的设置（站点 ${siteId}）。\n` : '设置没有变化。\n')
    return 0
  },
}

export const settingsCheck: CliCommand = {
  name: 'settings check',
  summary: '对外开放之前，看站点设置还缺什么',
  declare: (command) => command,
  async run({ deps, site, stdout }) {
    const settings = await deps.database.read(site.id, (tx) => loadSettings(tx, site.id, deps.clock.today()))
    const missing = missingBeforePublic(settings)
    stdout(missing.length === 0 ? '设置齐全，可以对外开放。\n' : `${missing.join('\n')}\n`)
    return missing.length === 0 ? 0 : 1
  },
}
