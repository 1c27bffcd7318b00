import { resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import { exportRecord } from './actions/export-record.ts'
import { ingestFiles } from './actions/ingest-files.ts'
import { decisionCommands } from './decision-commands.ts'
import { redirectCommands } from './redirect-commands.ts'
import { reviewCommands } from './review-commands.ts'
import { countLost } from './store/override.queries.ts'

const ingest: CliCommand = {
  name: 'ingest',
  summary: '把文件或文件夹装进文件库（可以反复运行，已装过的不会重复）',
  declare: (command) => command.argument('<路径...>', '文件或文件夹').option('--json', '以 JSON 输出结果'),
  async run({ deps, site, actor, cwd, stdout, stderr, progress, signal }, paths, options) {
    if (site.code === '000000') stderr('提示：还没有导入站点设置（行政区划代码 000000），文件编号会以 000000 开头。\n')
    const all = await ingestFiles(deps, {
      siteId: site.id,
      actor,
      paths: paths.map((path) => resolve(cwd, path)),
      base: cwd,
      onProgress: progress,
      signal,
    })
    if (signal.aborted) {
      stderr('装载已停下，已装的都在。再运行一次同样的命令，或者启动服务器，会从停下的地方继续。\n')
      return 1
    }
    if (options.json) stdout(`${JSON.stringify(all)}\n`)
    else
      stdout(
        `共 ${all.files} 个文件：新装 ${all.new}，更新 ${all.updated}，无变化 ${all.unchanged}，失败 ${all.failed.length}；识别出 ${all.documents} 份文件。\n`,
      )
    const lost = await deps.database.read(site.id, (tx) => countLost(tx, site.id))
    if (lost > 0)
      stderr(`提示：有 ${lost} 项更正在现在的识别结果里找不到所更正的内容，没有生效。kaiming corrections 列出它们。\n`)
    for (const { file, line, reason } of all.failed)
      stderr(`${file}${line === null ? '' : `（第 ${line} 行）`}：${reason}\n`)
    return all.failed.length > 0 ? 1 : 0
  },
}

const exportCommand: CliCommand = {
  name: 'export',
  summary: '把文件库的内容导出为 JSON 行（内容相同，导出的字节就相同）',
  declare: (command) => command.argument('<文件夹>', '导出到哪里').option('--with-ids', '同时导出编号、状态和时间'),
  async run({ deps, site, actor, cwd, stderr, progress }, [folder = ''], options) {
    const exported = await exportRecord(deps, {
      siteId: site.id,
      actor,
      folder: resolve(cwd, folder),
      withIds: options.withIds === true,
      onProgress: (done) => progress(done, done, '导出'),
    })
    if (exported.ok) stderr(`已导出 ${exported.value.documents} 份文件。\n`)
    else stderr(`${exported.problem.message}\n`)
    return exported.ok ? 0 : 1
  },
}

export const libraryCommands: readonly CliCommand[] = [
  ingest,
  exportCommand,
  ...decisionCommands,
  ...reviewCommands,
  ...redirectCommands,
]
