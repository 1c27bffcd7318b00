import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './need-node.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules/.bin', name)

/** Runs one program of node_modules/.bin (or of the machine) with its output shown; resolves to its exit code. */
export function run(name, args, env = {}) {
  const program = existsSync(bin(name)) ? bin(name) : name
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      process.stderr.write(`${name}: ${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** How many tests vitest counted, from its JSON report; a run that left no report counts as one failure. */
function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = numTotalTests - numPassedTests - numFailedTests
  if (skipped > 0) process.stderr.write(`${skipped} tests did not run\n`)
  const failed = numFailedTests + skipped
  return { passed: numPassedTests, failed: failed === 0 && !success ? 1 : failed }
}

/**
 * Runs named steps one after the other, all of them, and counts: a step of vitest counts its tests, any other counts one.
 * A step is [name, program, arguments, environment?].
 */
export async function runSteps(steps) {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-steps-'))
  const total = { passed: 0, failed: 0 }
  for (const [index, [name, program, args, env]] of steps.entries()) {
    const started = Date.now()
    const report = join(folder, `${index}.json`)
    const isVitest = program === 'vitest'
    const code = await run(program, isVitest ? [...args, '--reporter', 'json', '--outputFile', report] : args, env)
    const counted = isVitest ? countTests(report) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
    if (isVitest && code !== 0 && counted.failed === 0) counted.failed = 1
    total.passed += counted.passed
    total.failed += counted.failed
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    process.stdout.write(
      `── ${name}: ${counted.failed === 0 ? 'ok' : 'FAILED'} (${counted.passed} passed, ${counted.failed} failed, ${seconds} s)\n`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  return total
}
