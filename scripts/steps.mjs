import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './need-node.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules/.bin', name)

/**
 * Runs one program of node_modules/.bin (or of the machine); resolves to its exit code. Its output is shown as it comes, or
 * `atOnce` when it has ended: what runs beside others would write between their lines.
 */
export function run(name, args, env = {}, atOnce = false) {
  const program = existsSync(bin(name)) ? bin(name) : name
  const stdio = atOnce ? ['ignore', 'pipe', 'pipe'] : 'inherit'
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env } })
    const output = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => {
      process.stderr.write(`${name}: ${error.message}\n`)
      resolve(1)
    })
    child.on('close', (code) => {
      if (atOnce) process.stdout.write(Buffer.concat([Buffer.from('\n'), ...output]))
      resolve(code ?? 1)
    })
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
 * Runs one step, [name, program, arguments, environment?], says how it ended, and counts: a step of vitest counts its tests,
 * any other counts one.
 */
async function runStep([name, program, args, env], atOnce = false) {
  const started = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-step-'))
  const report = join(folder, 'report.json')
  const isVitest = program === 'vitest'
  const all = isVitest ? [...args, '--reporter', 'json', '--outputFile', report] : args
  const code = await run(program, all, env, atOnce)
  const counted = isVitest ? countTests(report) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  if (isVitest && code !== 0 && counted.failed === 0) counted.failed = 1
  rmSync(folder, { recursive: true, force: true })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `── ${name}: ${counted.failed === 0 ? 'ok' : 'FAILED'} (${counted.passed} passed, ${counted.failed} failed, ${seconds} s)\n`,
  )
  return counted
}

const totalOf = (counts) => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
})

/** Runs named steps one after the other, all of them, and counts. */
export async function runSteps(steps) {
  const counts = []
  for (const step of steps) counts.push(await runStep(step))
  return totalOf(counts)
}

/** Runs steps that touch nothing of each other side by side: one fills the core that another leaves idle. The last shows its progress. */
export async function runTogether(steps) {
  return totalOf(await Promise.all(steps.map((step, at) => runStep(step, at < steps.length - 1))))
}
