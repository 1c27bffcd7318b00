import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { CliCommand } from '../../cli/command.ts'
import { loadRedirects } from './actions/load-redirects.ts'

/** More faults than this have one cause; whoever wants them all mends the first and calls again. */
const MOST_SHOWN = 100

const load: CliCommand = {
  name: 'redirects load',
  summary: '装入旧网址对照表（CSV），让旧链接转到新网址（301）',
  declare: (command) =>
    command
      .argument('<文件>', 'CSV：旧网址，文件编号、文号、标题、附件')
      .option('--partial', '有问题的行跳过，其余照装'),
  async run({ deps, site, actor, cwd, stdout, stderr }, [file = ''], options) {
    const bytes = await readFile(resolve(cwd, file)).catch((fault: NodeJS.ErrnoException) => fault)
    if (bytes instanceof Error) {
      stderr(`${file}：${bytes.code === 'ENOENT' ? '没有这个文件，请检查路径。' : `读不了：${bytes.message}`}\n`)
      return 1
    }
    const isPartial = options.partial === true
    const input = { siteId: site.id, actor, name: basename(file), bytes, isPartial }
    const { loaded, faults } = await loadRedirects(deps, input)
    for (const { line, reason } of faults.slice(0, MOST_SHOWN)) stderr(`${file}（第 ${line} 行）：${reason}\n`)
    if (faults.length > MOST_SHOWN) stderr(`……一共 ${faults.length} 行有问题。\n`)
    if (faults.length > 0 && loaded === 0) stderr('没有装入任何一行。改好后再装，或者用 --partial 只装没有问题的行。\n')
    else stdout(`已装入 ${loaded} 个旧网址。\n`)
    return faults.length > 0 ? 1 : 0
  },
}

export const redirectCommands: readonly CliCommand[] = [load]
