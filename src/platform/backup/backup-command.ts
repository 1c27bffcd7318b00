import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import { appendAudit } from '../audit/audit.ts'
import { unwritten } from '../files/no-room.ts'
import { listSites } from '../sites.ts'
import { type BackupSummary, writeBackup } from './write-backup.ts'

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
    let whole = 0
    // Who took it stands in the trail before the file has its name: one that has it was noted, and is whole.
    const note = async ({ rows, files }: BackupSummary, bytes: number) => {
      whole = bytes
      const detail = { rows, files, withSecrets }
      await deps.database.asOwner(async (tx) => {
        for (const { id } of await listSites(tx))
          await appendAudit(tx, id, { at, actor, verb: 'backup', subject: file, detail })
      })
    }
    const input = { file, withSecrets, at, onProgress: progress, onWhole: note }
    const summary = await writeBackup(deps, input).catch((fault: NodeJS.ErrnoException) => {
      const reason = unwritten(fault, whole)
      if (reason === null) throw fault
      return reason
    })
    if (typeof summary === 'string') {
      stderr(`备份没有写成：${summary}。没有留下不完整的文件；请腾出磁盘空间，或者换一个位置再试。\n`)
      return 1
    }
    const { rows, files, missing, secrets } = summary
    stdout(`已备份到 ${file}：${rows} 行记录，${files} 个原件。\n`)
    if (!withSecrets && existsSync(resolve(deps.dataDir, 'secrets')))
      stderr('备份里没有密钥。没有密钥，加密的个人信息恢复后读不出来：请用 --with-secrets 另备一份，并分开保管。\n')
    if (withSecrets) stdout(`备份里有 ${secrets} 个密钥文件，请妥善保管。\n`)
    for (const hash of missing) stderr(`缺少原件 ${hash}：记录里有它，文件库的 files 目录里没有。\n`)
    return missing.length > 0 ? 1 : 0
  },
}
