// Everything: the checks, the compiled program, tests on PGlite and on a real PostgreSQL, journeys in Chromium, and the
// gates over the folder that KAIMING_GATES names. Installs through apt what is missing (Chromium, PostgreSQL).
// The last line is `N passed, N failed`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install-missing.mjs'
import { startPostgres } from './postgres-for-tests.mjs'
import { runSteps } from './steps.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Test files that open a test database: the same ones run on PGlite and on PostgreSQL. */
function databaseTests(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /openTest(?:Database|Library)/.test(readFileSync(file, 'utf8')))
}

const chromium = installMissing()
const postgres = await startPostgres()
const gates = process.env.KAIMING_GATES
if (gates && !existsSync(gates)) throw new Error(`KAIMING_GATES names a folder that is not there: ${gates}`)

const browser = chromium ? { KAIMING_CHROMIUM: chromium } : {}
const steps = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['unused code', 'knip', ['--no-progress']],
  ['build', 'node', ['scripts/build.mjs']],
  ['unit tests, on PGlite', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot']],
  ['tests that put the machine to work', 'vitest', ['run', '--project', 'load', '--reporter', 'dot']],
  [
    'the compiled program',
    'vitest',
    ['run', '--project', 'program', '--reporter', 'dot'],
    postgres ? { KAIMING_TEST_DATABASE_URL: postgres.url } : {},
  ],
]
if (postgres) {
  const files = databaseTests('src')
  steps.push([
    'database tests, on PostgreSQL',
    'vitest',
    ['run', '--project', 'unit', '--reporter', 'dot', ...files],
    { KAIMING_TEST_DATABASE_URL: postgres.url },
  ])
}
if (chromium)
  steps.push(['journeys in Chromium', 'vitest', ['run', '--project', 'journeys', '--reporter', 'dot'], browser])
if (gates) steps.push(['gates', 'vitest', ['run', '--project', 'gates', '--reporter', 'dot'], browser])

const { passed, failed } = await runSteps(steps).finally(() => postgres?.stop())
const missing = [chromium ? '' : 'Chromium', postgres ? '' : 'PostgreSQL'].filter(Boolean)
if (missing.length > 0)
  process.stderr.write(`没有运行的部分：这台机器上没有 ${missing.join('、')}，也不能用 apt 安装。\n`)
const left = process.env.CI === 'true' ? failed + missing.length : failed
process.stdout.write(`${passed} passed, ${left} failed\n`)
process.exit(left > 0 ? 1 : 0)
