import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { appendAudit, verifyAudit } from '../platform/audit/audit.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { systemClock } from '../platform/clock.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { openLog } from '../platform/log.ts'
import type { Database } from '../platform/ports.ts'
import { openProgress } from './progress.ts'

/**
 * `kaiming restore FILE`: a backup into an empty data folder (and an empty PostgreSQL), then brought to this program's shape,
 * its audit trails walked, and who restored it noted at their ends. Returns the exit code.
 */
export async function restore(
  name: string,
  { databaseUrl: url, dataDir }: Environment,
  person: string,
): Promise<0 | 1> {
  const log = openLog('warn')
  const progress = openProgress(process.stderr)
  const say = (text: string): 1 => {
    progress.end()
    process.stderr.write(`${text}\n`)
    return 1
  }
  const restored = await restoreBackup({
    file: resolve(name),
    url,
    dataDir,
    migrations: readMigrations(),
    log,
    onProgress: (entries) => progress.show(entries, entries, '恢复'),
  })
  if (!restored.ok) return say(restored.problem.message)
  const opened = await openDatabase({ url, dataDir, log })
  if (!opened.ok) return say(opened.problem.message)
  const { value: database } = opened
  const { sites, rows, files, secrets } = restored.value
  const broken: string[] = []
  for (const site of sites) {
    const verdict = await verifyAudit(database, site)
    if (verdict.ok) await noteRestore(database, site, { person, name, rows, files })
    else broken.push(`站点 ${site} 的审计记录第 ${verdict.brokenAt} 行有问题：${verdict.reason}。`)
  }
  await database.close()
  progress.end()
  const keys = secrets > 0 ? `，${secrets} 个密钥文件` : ''
  process.stdout.write(`已恢复到 ${dataDir}：${rows} 行记录，${files} 个原件${keys}。检索索引会在服务器启动时重建。\n`)
  if (broken.length > 0) return say(broken.join('\n'))
  return 0
}

const noteRestore = (
  database: Database,
  site: string,
  {
    person,
    name,
    rows,
    files,
  }: { readonly person: string; readonly name: string; readonly rows: number; readonly files: number },
): Promise<void> =>
  database.write(site, (tx) =>
    appendAudit(tx, site, {
      at: systemClock.now(),
      actor: { kind: 'person', name: person },
      verb: 'restore',
      subject: resolve(name),
      detail: { rows, files },
    }),
  )
