// Everything that says in a minute whether the tree is sound: format, lint, types, import matrix (a test in tests/architecture), unused code, unit tests.
import { runTogether } from './steps.mjs'

const { failed } = await runTogether([
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['unused code', 'knip', ['--no-progress']],
  ['unit tests', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot']],
])
process.exit(failed > 0 ? 1 : 0)
