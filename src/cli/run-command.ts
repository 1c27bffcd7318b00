import { Command, CommanderError } from 'commander'
import { commands } from '../commands.ts'
import type { Actor, Database, Deps, Site } from '../platform/ports.ts'
import { findOrCreateSite } from '../platform/sites.ts'
import type { CliCommand, CommandContext } from './command.ts'

/** What was typed: a command with its arguments, help to print, or a sentence on what is wrong. */
export type Typed =
  | {
      readonly kind: 'command'
      readonly command: CliCommand
      readonly args: string[]
      readonly options: Record<string, unknown>
      readonly siteId: string | null
    }
  | { readonly kind: 'parse'; readonly file: string; readonly isJson: boolean }
  | { readonly kind: 'serve'; readonly port: string | null }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }

/** Commander's own messages in Chinese, by its error codes. */
const FAULTS: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数太多',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.invalidArgument': '参数不对',
  'commander.missingMandatoryOptionValue': '缺少必须的选项',
}

/** Reads `kaiming …` without running anything. Commands of two words (`audit verify`) are nested by their first. */
export function readArguments(argv: readonly string[]): Typed {
  let typed: Typed | null = null
  let output = ''
  const program = new Command('kaiming')
    .description('开明：区县政务公开平台')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .exitOverride()
    .configureOutput({ writeOut: (text) => (output += text), writeErr: () => undefined })
  program
    .command('parse')
    .description('读一个文件，显示识别结果（不碰数据库）')
    .argument('<文件>', '要读的文件')
    .option('--json', '以 JSON 输出')
    .exitOverride()
    .action((file: string, options: { json?: boolean }) => {
      typed = { kind: 'parse', file, isJson: options.json === true }
    })
  program
    .command('serve')
    .description('启动门户')
    .option('--port <端口>', '端口（默认 3000，或环境变量 PORT）')
    .exitOverride()
    .action((options: { port?: string }) => {
      typed = { kind: 'serve', port: options.port ?? null }
    })
  const groups = new Map<string, Command>()
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ')
    const parent = second ? (groups.get(first) ?? program.command(first)) : program
    if (second) groups.set(first, parent.exitOverride())
    const declared = command.declare(parent.command(second ?? first).description(command.summary))
    declared
      .option('--site <站点>', '站点（只有一个站点时可以省略）')
      .exitOverride()
      .action((...given: unknown[]) => {
        const options = given.at(-2) as Record<string, unknown>
        const siteId = typeof options.site === 'string' ? options.site : null
        typed = {
          kind: 'command',
          command,
          args: given
            .slice(0, -2)
            .flat()
            .filter((value) => value !== undefined)
            .map(String),
          options,
          siteId,
        }
      })
  }
  try {
    program.parse([...argv], { from: 'user' })
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault
    if (fault.exitCode === 0) return { kind: 'help', text: output }
    if (fault.code === 'commander.help') return { kind: 'wrong', text: `${output || program.helpInformation()}` }
    const what = FAULTS[fault.code] ?? '用法不对'
    const detail = /'([^']*)'/.exec(fault.message)?.[1]
    return { kind: 'wrong', text: `${what}${detail ? `：${detail}` : ''}。运行 kaiming --help 查看用法。\n` }
  }
  return typed ?? { kind: 'help', text: output || program.helpInformation() }
}

/** The site that a command is for: named, or the only one; an empty record gets the default site. */
async function siteFor(database: Database, siteId: string | null): Promise<Site | string> {
  const found = await findOrCreateSite(database, siteId)
  return found.ok ? found.value : found.problem.message
}

/** Runs a command that was read; returns its exit code. */
export async function runCommand(
  typed: Extract<Typed, { kind: 'command' }>,
  deps: Deps,
  actor: Actor,
  io: Pick<CommandContext, 'stdout' | 'stderr' | 'progress' | 'cwd'>,
): Promise<0 | 1 | 2> {
  const site = await siteFor(deps.database, typed.siteId)
  if (typeof site === 'string') {
    io.stderr(`${site}\n`)
    return 2
  }
  return typed.command.run({ deps, site, actor, ...io }, typed.args, typed.options)
}
