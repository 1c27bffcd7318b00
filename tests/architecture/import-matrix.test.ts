import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const cruiser = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

/** Runs the project's own rules over a tree; a breach makes the tool exit with its count, so the output is read either way. */
function cruise(root: string): { violations: readonly Violation[]; modules: number } {
  const args = [cruiser, 'src', '--config', join(project, '.dependency-cruiser.mjs'), '--output-type', 'json']
  const run = () => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  const report = JSON.parse(
    (() => {
      try {
        return run()
      } catch (failed) {
        return String((failed as { stdout: string }).stdout)
      }
    })(),
  )
  return { violations: report.summary.violations, modules: report.summary.totalCruised }
}

/** One breach a rule: who imports whom. `.ts` is planted, and the same again in `.tsx`. */
const breaches = [
  ['kernel', 'src/kernel/planted', 'src/law/types.ts'],
  ['law', 'src/law/planted', 'src/reader/types.ts'],
  ['reader', 'src/reader/planted', 'src/platform/ports.ts'],
  ['platform', 'src/platform/planted', 'src/reader/inner.ts'],
  ['rules', 'src/capabilities/alpha/rules/planted', 'src/capabilities/alpha/store/rows.queries.ts'],
  ['contract-and-policy', 'src/capabilities/alpha/policy', 'src/capabilities/alpha/actions/act.ts'],
  ['store', 'src/capabilities/alpha/store/planted', 'src/capabilities/alpha/actions/act.ts'],
  ['actions-and-jobs', 'src/capabilities/alpha/actions/planted', 'src/capabilities/beta/actions/act.ts'],
  ['portal-and-api', 'src/capabilities/alpha/portal/planted', 'src/capabilities/alpha/store/rows.table.ts'],
  ['desk-stays-behind-the-wire', 'src/capabilities/alpha/desk/planted', 'src/capabilities/alpha/actions/act.ts'],
  ['capability-manifest', 'src/capabilities/alpha/capability', 'src/capabilities/beta/rules/rule.ts'],
  ['portal-shell', 'src/portal/planted', 'src/capabilities/alpha/public.ts'],
  ['desk-shell', 'src/desk/planted', 'src/portal/page.ts'],
  ['nobody-imports-the-outer-ring', 'src/platform/outer-planted', 'src/main.ts'],
  ['nobody-imports-tests', 'src/kernel/test-planted', 'src/kernel/some.test.ts'],
  [
    'the-followed-never-imports-its-followers',
    'src/capabilities/library/actions/planted',
    'src/capabilities/search/public.ts',
  ],
  ['no-utils', 'src/kernel/utils-planted', 'src/kernel/utils/strings.ts'],
] as const

describe('import matrix', () => {
  const tree = mkdtempSync(join(tmpdir(), 'kaiming-matrix-'))
  let found: ReturnType<typeof cruise>

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  const plant = (from: string, to: string, value = '1') => {
    const steps = from
      .split('/')
      .slice(0, -1)
      .map(() => '..')
      .join('/')
    write(from, `import { value } from '${steps}/${to}'\nexport const planted = value + ${value}\n`)
  }

  beforeAll(() => {
    write('package.json', '{ "type": "module" }')
    for (const [, , to] of breaches) write(to, 'export const value = 1\n')
    for (const [, from, to] of breaches) {
      plant(`${from}.ts`, to)
      if (!from.endsWith('public')) plant(`${from}.tsx`, to)
    }
    plant('src/capabilities/gamma/public.ts', 'src/capabilities/beta/rules/rule.ts')
    plant('src/law/round-a.ts', 'src/law/round-b.ts')
    plant('src/law/round-b.ts', 'src/law/round-a.ts')
    found = cruise(tree)
  }, 60_000)
  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  test.each(breaches)('%s: a breach in %s is caught in .ts and in .tsx', (rule, from) => {
    const files = found.violations
      .filter((violation) => violation.rule.name === rule)
      .map((violation) => violation.from)
    expect(files).toContain(`${from}.ts`)
    expect(files).toContain(`${from}.tsx`)
  })

  test('the public door of a capability opens only into its own folder', () => {
    expect(found.violations.map((v) => `${v.rule.name} ${v.from}`)).toContain(
      'public-door src/capabilities/gamma/public.ts',
    )
  })

  test('cycles are caught', () => {
    expect(found.violations.some((v) => v.rule.name === 'no-cycles' && v.from.startsWith('src/law/round-'))).toBe(true)
  })

  test('our own tree keeps the matrix, and was really looked at', () => {
    const ours = cruise(project)
    expect(ours.modules).toBeGreaterThan(30)
    expect(ours.violations.map((v) => `${v.rule.name}: ${v.from}`)).toEqual([])
  }, 60_000)
})
