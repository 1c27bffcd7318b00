import { resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { correctDocument, withdrawDocument } from './actions/correct-document.ts'
import { exportRecord } from './actions/export-record.ts'
import { findFiles, ingestFiles } from './actions/ingest-files.ts'

const ingest: CliCommand = {
  name: 'ingest',
  summary: '把文件或文件夹装进文件库（可以反复运行，已装过的不会重复）',
  declare: (command) => command.argument('<路径...>', '文件或文件夹').option('--json', '以 JSON 输出结果'),
  async run({ deps, site, actor, cwd, stdout, stderr, progress }, paths, options) {
    if (site.code === '000000') stderr('提示：还没有导入站点设置（行政区划代码 000000），文件编号会以 000000 开头。\n')
    const { files, failed } = await findFiles(paths.map((path) => resolve(cwd, path)))
    const summary = await ingestFiles(deps, {
      siteId: site.id,
      siteCode: site.code,
      actor,
      files,
      from: cwd,
      onProgress: progress,
    })
    const all = { ...summary, failed: [...failed, ...summary.failed] }
    if (options.json) stdout(`${JSON.stringify(all)}\n`)
    else
      stdout(
        `共 ${all.files} 个文件：新装 ${all.new}，更新 ${all.updated}，无变化 ${all.unchanged}，失败 ${all.failed.length}；识别出 ${all.documents} 份文件。\n`,
      )
    for (const { file, line, reason } of all.failed)
      stderr(`${file}${line === null ? '' : `（第 ${line} 行）`}：${reason}\n`)
    return all.failed.length > 0 ? 1 : 0
  },
}

const exportCommand: CliCommand = {
  name: 'export',
  summary: '把文件库的内容导出为 JSON 行（内容相同，导出的字节就相同）',
  declare: (command) => command.argument('<文件夹>', '导出到哪里').option('--with-ids', '同时导出编号、状态和时间'),
  async run({ deps, site, cwd, stderr, progress }, [folder = ''], options) {
    const count = await exportRecord(deps, {
      siteId: site.id,
      folder: resolve(cwd, folder),
      withIds: options.withIds === true,
      onProgress: (done) => progress(done, done, '导出'),
    })
    stderr(`已导出 ${count} 份文件。\n`)
    return 0
  },
}

/** Tells the outcome of an action: a sentence on stderr and 1 when it was refused. */
function told(
  outcome: Outcome<void>,
  success: string,
  io: { stdout: (text: string) => void; stderr: (text: string) => void },
): 0 | 1 {
  if (outcome.ok) io.stdout(`${success}\n`)
  else io.stderr(`${outcome.problem.message}\n`)
  return outcome.ok ? 0 : 1
}

const correct: CliCommand = {
  name: 'correct',
  summary: '更正识别错误（重新识别后仍然保留）',
  declare: (command) =>
    command
      .argument('<编号>', '文件编号')
      .argument('<字段>', '要更正的字段')
      .argument('<值>', '正确的值')
      .requiredOption('--reason <理由>', '更正的理由'),
  async run({ deps, site, actor, ...io }, [documentId = '', field = '', value = ''], options) {
    return told(
      await correctDocument(deps, { siteId: site.id, actor, documentId, field, value, reason: String(options.reason) }),
      `已更正 ${documentId} 的 ${field}。`,
      io,
    )
  },
}

const withdraw: CliCommand = {
  name: 'withdraw',
  summary: '撤回装错的文件（网址会说明已撤回）',
  declare: (command) => command.argument('<编号>', '文件编号').requiredOption('--reason <理由>', '撤回的理由'),
  async run({ deps, site, actor, ...io }, [documentId = ''], options) {
    return told(
      await withdrawDocument(deps, { siteId: site.id, actor, documentId, reason: String(options.reason) }),
      `已撤回 ${documentId}。`,
      io,
    )
  },
}

export const libraryCommands: readonly CliCommand[] = [ingest, exportCommand, correct, withdraw]
