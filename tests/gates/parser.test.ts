import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const gates = process.env.KAIMING_GATES ?? ''

/** The last line of an evaluation: `overall 0.9712`. */
const overall = (output: string): number => Number(/overall (\d\.\d+)\s*$/.exec(output)?.[1] ?? Number.NaN)

describe('the reader against hand-made gold', () => {
  test('the gazettes of the gates: at least 0.97', () => {
    const args = [
      '--gold',
      join(gates, 'gold'),
      '--texts',
      join(gates, 'texts'),
      '--cmd',
      'npx kaiming parse {file} --json',
    ]
    const output = execFileSync('node', [join(gates, 'tools/eval-parser.mjs'), ...args], {
      cwd: project,
      encoding: 'utf8',
    })
    process.stdout.write(output)
    expect(overall(output)).toBeGreaterThanOrEqual(0.97)
  })
})
