import { describe, expect, test } from 'vitest'
import type { CliCommand } from './command.ts'
import { readArguments } from './read-arguments.ts'

const command = (name: string, declare: CliCommand['declare']): CliCommand => ({
  name,
  summary: `做${name}`,
  declare,
  run: async () => 0,
})
const commands = [
  command('load', (made) => made.argument('<路径...>', '文件或文件夹').option('--json', '以 JSON 输出')),
  command('chain verify', (made) => made),
]
const read = (...argv: string[]) => readArguments(argv, commands)

describe('what is typed', () => {
  test.each([
    [['parse', 'a.txt'], { kind: 'parse', file: 'a.txt', isJson: false }],
    [['parse', '--json', 'a.txt'], { kind: 'parse', file: 'a.txt', isJson: true }],
    [['serve'], { kind: 'serve', port: null }],
    [['serve', '--port', '8080'], { kind: 'serve', port: '8080' }],
    [['load', 'a', 'b', '--site', 'mingxi'], { kind: 'command', args: ['a', 'b'], siteId: 'mingxi' }],
    [['chain', 'verify'], { kind: 'command', args: [], siteId: null }],
  ])('%j is a command with its arguments', (argv, typed) => expect(read(...argv)).toMatchObject(typed))

  test.each([
    [['nonsense'], '没有这个命令：nonsense。'],
    [['lod', 'a'], '没有这个命令：lod。是不是要写 load？'],
    [['load'], '缺少参数：路径。运行 kaiming load --help 查看用法。'],
    [['load', 'a', '--jsno'], '没有这个选项：--jsno。是不是要写 --json？'],
    [['parse', 'a', 'b'], '参数太多'],
    [['serve', '--port'], '选项缺少取值'],
    [['chain'], 'verify'],
  ])('%j is wrong: %s', (argv, words) => {
    expect(read(...argv)).toMatchObject({ kind: 'wrong', text: expect.stringContaining(words) })
  })

  test('help names every command, its arguments and the exit codes, all in Chinese', () => {
    const help = read('--help')
    expect(help).toMatchObject({ kind: 'help' })
    const text = help.kind === 'help' ? help.text : ''
    for (const words of ['用法：', 'load <路径…>', '做load', 'verify：做chain verify', '退出码'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/Usage|Options|Commands|display help/)
    const own = read('load', '--help')
    expect(own.kind === 'help' && own.text).toContain('kaiming load <路径…> [选项]')
  })

  test('the version is told to whoever reports a fault', () =>
    expect(read('--version')).toMatchObject({ kind: 'help', text: expect.stringMatching(/^开明 \d+\.\d+\.\d+\n$/) }))

  test('nothing typed is wrong, and shows what there is', () =>
    expect(read()).toMatchObject({ kind: 'wrong', text: expect.stringContaining('load <路径…>') }))
})
