// Everything that says in a minute whether the tree is sound: format, lint, types, import matrix (a test of `architecture`), unused code, unit tests.
import { runSteps } from './steps.mjs'

const { failed } = await runSteps([
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['unused code', 'knip', ['--no-progress']],
  ['unit tests', 'vitest', ['run', '--project', 'unit', '--project', 'architecture', '--reporter', 'dot']],
])
process.exit(failed > 0 ? 1 : 0)
