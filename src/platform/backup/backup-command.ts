import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import { faultReason } from '../../kernel/fault-reason.ts'
import { appendAudit } from '../audit/audit.ts'
import { listSites } from '../sites.ts'
import { writeBackup } from './write-backup.ts'

/** `kaiming backup FILE`: everything that cannot be rebuilt, of all sites, as of one moment. */
export const backup: CliCommand = {
  name: 'backup',
  summary: '把不能重建的一切（全部站点的记录和原件）备份成一个文件',
  isOfAllSites: true,
  declare: (command) =>
    command.argument('<文件>', '备份文件（.tar.gz）').option('--with-secrets', '同时备份密钥（data/secrets）'),
  async run({ deps, actor, cwd, stdout, stderr, progress }, [name = ''], options) {
    const file = resolve(cwd, name)
    const withSecrets = options.withSecrets === true
    const at = deps.clock.now()
    const summary = await writeBackup(deps, { file, withSecrets, at, onProgress: progress }).catch(
      (fault: NodeJS.ErrnoException) => {
        if (fault.syscall === undefined) throw fault
        return faultReason(fault)
      },
    )
    if (typeof summary === 'string') {
      stderr(`备份没有写成：${summary}（${file}）。请检查位置和磁盘空间后再试。\n`)
      return 1
    }
    const { rows, files, missing, secrets } = summary
    for (const { id } of await deps.database.readAsOwner(listSites)) {
      await deps.database.write(id, (tx) =>
        appendAudit(tx, id, { at, actor, verb: 'backup', subject: file, detail: { rows, files, withSecrets } }),
      )
    }
    stdout(`已备份到 ${file}：${rows} 行记录，${files} 个原件。\n`)
    if (!withSecrets && existsSync(resolve(deps.dataDir, 'secrets')))
      stderr('备份里没有密钥。没有密钥，加密的个人信息恢复后读不出来：请用 --with-secrets 另备一份，并分开保管。\n')
    if (withSecrets) stdout(`备份里有 ${secrets} 个密钥文件，请妥善保管。\n`)
    for (const hash of missing) stderr(`缺少原件 ${hash}：记录里有它，文件库的 files 目录里没有。\n`)
    return missing.length > 0 ? 1 : 0
  },
}
