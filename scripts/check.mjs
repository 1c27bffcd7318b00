// Everything that says in a minute whether the tree is sound: format, lint, types, import matrix (a test in tests/architecture), unused code, unit tests.
import { runTogether } from './steps.mjs'

// What the compiler found last time: it looks again only at what changed, and at what that concerns.
const known = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types/check.tsbuildinfo']

const { failed } = await runTogether([
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.', ...known]],
  ['unused code', 'knip', ['--no-progress']],
  ['unit tests', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot']],
])
process.exit(failed > 0 ? 1 : 0)
