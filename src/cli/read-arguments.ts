import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import type { CliCommand } from './command.ts'

/** Both from src/ and from dist/ the package lies two folders up. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

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
  | { readonly kind: 'restore'; readonly file: string }
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

/** Commander's own headings of a help text. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

const OUTCOMES = `
退出码：0 完成，1 有输入没有成功，2 用法不对。说明和进度写到标准错误，数据写到标准输出。
某个命令的参数和选项：kaiming help <命令>
`

/** Columns that a text takes on a terminal: Chinese signs take two. */
const displayWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(sign) ? 2 : 1), 0)

const termOf = (command: Command): string =>
  [
    command.name(),
    ...command.registeredArguments.map((argument) => {
      const shown = `${argument.name()}${argument.variadic ? '…' : ''}`
      return argument.required ? `<${shown}>` : `[${shown}]`
    }),
  ].join(' ')

/** What is wrong with what was typed, what was likely meant, and where the usage stands. */
function faultText({ code, message }: CommanderError, command: string): string {
  const what = FAULTS[code] ?? '用法不对'
  const detail = /'([^']*)'/.exec(message)?.[1]
  const meant = /Did you mean (?:one of )?(.+?)\?/.exec(message)?.[1]
  return `${what}${detail ? `：${detail}` : ''}。${meant ? `是不是要写 ${meant}？` : ''}运行 ${command} --help 查看用法。\n`
}

/** Reads `kaiming …` without running anything. Commands of two words (`audit verify`) are nested by their first. */
export function readArguments(argv: readonly string[], commands: readonly CliCommand[]): Typed {
  let typed: Typed | null = null
  let [output, faults] = ['', '']
  const program = new Command('kaiming')
    .usage('<命令> [选项]')
    .description('开明：区县政务公开平台')
    .version(`开明 ${version}`, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title, displayWidth, subcommandTerm: termOf })
    .addHelpText('after', OUTCOMES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => (output += text), writeErr: (text) => (faults += text) })
  program
    .command('parse')
    .usage('<文件> [选项]')
    .description('读一个文件，显示识别结果和要核对的地方（不碰数据库）')
    .argument('<文件>', '要读的文件（txt、md、html、docx、pdf、ofd、doc、wps）')
    .option('--json', '以 JSON 输出')
    .action((file: string, options: { json?: boolean }) => {
      typed = { kind: 'parse', file, isJson: options.json === true }
    })
  program
    .command('serve')
    .usage('[选项]')
    .description('启动门户')
    .option('--port <端口>', '端口（默认 3000，或环境变量 PORT）')
    .action((options: { port?: string }) => {
      typed = { kind: 'serve', port: options.port ?? null }
    })
  program
    .command('restore')
    .usage('<文件> [选项]')
    .description('把 kaiming backup 写的备份恢复到空的数据目录（和空的数据库）')
    .argument('<文件>', '备份文件')
    .action((file: string) => {
      typed = { kind: 'restore', file }
    })
  declareCommands(program, commands, (found) => {
    typed = found
  })
  try {
    program.parse([...argv], { from: 'user' })
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault
    if (fault.exitCode === 0) return { kind: 'help', text: output }
    if (fault.code === 'commander.help') return { kind: 'wrong', text: faults }
    const named = program.commands.some((command) => command.name() === argv[0]) ? `kaiming ${argv[0]}` : 'kaiming'
    return { kind: 'wrong', text: faultText(fault, named) }
  }
  return typed ?? { kind: 'help', text: output || program.helpInformation() }
}

/** Declares the commands that work on the record; each takes `--site`. */
function declareCommands(program: Command, commands: readonly CliCommand[], found: (typed: Typed) => void): void {
  const groups = new Map<string, Command>()
  const groupOf = (name: string): Command => {
    const inside = commands.filter((command) => command.name.startsWith(`${name} `))
    const group =
      groups.get(name) ??
      program
        .command(name)
        .usage('<命令> [选项]')
        .description(inside.map((command) => `${command.name.slice(name.length + 1)}：${command.summary}`).join('；'))
    groups.set(name, group)
    return group
  }
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ')
    const own = (second ? groupOf(first) : program).command(second ?? first).description(command.summary)
    const declared = command.declare(own).option('--site <站点>', '站点（只有一个站点时可以省略）')
    const names = termOf(declared).split(' ').slice(1)
    declared.usage([...names, '[选项]'].join(' ')).action((...given: unknown[]) => {
      const options = given.at(-2) as Record<string, unknown>
      const siteId = typeof options.site === 'string' ? options.site : null
      const args = given.slice(0, -2).flat()
      found({
        kind: 'command',
        command,
        args: args.filter((value) => value !== undefined).map(String),
        options,
        siteId,
      })
    })
  }
}
