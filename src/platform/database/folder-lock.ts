import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultReason } from '../../kernel/fault-reason.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { makeFolder } from '../files/make-folder.ts'

/** Releases the folder again. */
export type Release = () => void

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Linux tells when a process began: a number that was given to another process since does not hold the lock. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The process that wrote the lock, when it still runs. */
function holderOf(path: string): number | null {
  let lock: string
  try {
    lock = readFileSync(path, 'utf8')
  } catch {
    return null
  }
  const [pid, start] = lock.split(' ')
  const number = Number(pid)
  return Number.isInteger(number) && number > 0 && isAlive(number) && startOf(number) === start ? number : null
}

/** Gives a written lock its name, which only one can have: nobody ever sees a lock without its holder. */
function takeName(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  }
}

/** Takes away a lock left behind. Two may find it at once: whoever took away the other's new one puts it back. */
function clearStale(path: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return
    throw fault
  }
  if (holderOf(aside) !== null) takeName(aside, path)
  rmSync(aside, { force: true })
}

/**
 * Takes the data folder for this process: PGlite allows one. The lock names the process and when it began, so that one
 * left behind by kill -9 is taken over, and one held by a living process never is.
 */
export function lockFolder(dataDir: string): Outcome<Release> {
  const path = join(dataDir, 'kaiming.lock')
  try {
    makeFolder(dataDir, 0o700)
  } catch (fault) {
    return refused(
      'data-folder',
      `不能建立数据目录：${faultReason(fault)}。请换一个可写的位置（环境变量 KAIMING_DATA_DIR）。`,
      dataDir,
    )
  }
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx', mode: 0o600 })
    for (let tries = 0; tries < 5; tries++) {
      if (takeName(draft, path)) return done(() => rmSync(path, { force: true }))
      const holder = holderOf(path)
      if (holder !== null) {
        return refused(
          'data-folder-held',
          `数据目录 ${dataDir} 正由另一个进程使用（进程号 ${holder}）。请等它结束或先停止它，也可以换一个数据目录（环境变量 KAIMING_DATA_DIR）。`,
          dataDir,
        )
      }
      clearStale(path)
    }
  } catch (fault) {
    return refused(
      'data-folder',
      `数据目录 ${dataDir} 不能写入：${faultReason(fault)}。请检查权限和磁盘空间。`,
      dataDir,
    )
  } finally {
    rmSync(draft, { force: true })
  }
  return refused('data-folder-held', '数据目录正被别的进程抢占，请稍后再试。', dataDir)
}
