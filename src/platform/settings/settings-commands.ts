import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import { faultReason } from '../../kernel/fault-reason.ts'
import { advisedBeforePublic, missingBeforePublic } from './missing-settings.ts'
import { importSettings, loadSettings, settingsHistory } from './settings.ts'
import { readSettingsFile } from './settings-file.ts'

export const settingsImport: CliCommand = {
  name: 'settings import',
  summary: '导入站点设置（名称、代码、备案号、联系方式）',
  declare: (command) => command.argument('<文件>', '设置文件（JSON）'),
  async run({ deps, site, actor, cwd, stdout, stderr }, [file = '']) {
    const text = await readFile(resolve(cwd, file), 'utf8').catch((fault: Error) => fault)
    if (text instanceof Error) {
      stderr(`读不了 ${file}：${faultReason(text)}。请检查路径。\n`)
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
    const advice = advisedBeforePublic(settings).map((sentence) => `提醒：${sentence}\n`)
    const said = missing.length === 0 ? '设置齐全，可以对外开放。\n' : `${missing.join('\n')}\n`
    stdout(said + advice.join(''))
    return missing.length === 0 ? 0 : 1
  },
}

const SAVED_AT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

export const settingsHistoryCommand: CliCommand = {
  name: 'settings history',
  summary: '历次站点设置：从哪天起、谁导入的、改了哪几项',
  declare: (command) => command,
  async run({ deps, site, stdout }) {
    const steps = await deps.database.read(site.id, (tx) => settingsHistory(tx, site.id))
    const lines = steps.map(({ validFrom, savedAt, by, name, changed, isReplaced }) => {
      const what = changed.length > 0 ? `改了 ${changed.join('、')}` : '第一份设置'
      const until = isReplaced ? '，已被同日的另一份代替' : ''
      return `自 ${validFrom} 起　${name}　${SAVED_AT.format(savedAt)} 由 ${by || '不详'} 导入${until}　${what}`
    })
    stdout(lines.length > 0 ? `${lines.join('\n')}\n` : '还没有导入过设置。\n')
    return 0
  },
}
