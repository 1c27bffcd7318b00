import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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

interface Rule {
  readonly name: string
  readonly from: { readonly path?: string }
  readonly to: { readonly path?: string }
}

/** The rules themselves; what they import is not of TypeScript. */
async function matrix(): Promise<{ rules: readonly Rule[] }> {
  const { default: config } = await import(join(project, '.dependency-cruiser.mjs'))
  return { rules: config.forbidden }
}

/** At least one breach a rule: who imports whom. `.ts` is planted, and the same again in `.tsx`. */
const breaches = [
  ['kernel', 'src/kernel/planted', 'src/law/types.ts'],
  ['law', 'src/law/planted', 'src/reader/types.ts'],
  ['reader', 'src/reader/planted', 'src/platform/ports.ts'],
  ['platform', 'src/platform/planted', 'src/reader/inner.ts'],
  ['rules', 'src/capabilities/alpha/rules/planted', 'src/capabilities/alpha/store/rows.queries.ts'],
  ['contract-and-policy', 'src/capabilities/alpha/policy', 'src/capabilities/alpha/actions/act.ts'],
  ['contract-and-policy', 'src/capabilities/alpha/contract', 'src/capabilities/alpha/store/rows.queries.ts'],
  ['store', 'src/capabilities/alpha/store/planted', 'src/capabilities/alpha/actions/act.ts'],
  ['actions-and-jobs', 'src/capabilities/alpha/actions/planted', 'src/capabilities/beta/actions/act.ts'],
  ['actions-and-jobs', 'src/capabilities/alpha/jobs/planted', 'src/reader/inner.ts'],
  ['portal-and-api', 'src/capabilities/alpha/portal/planted', 'src/capabilities/alpha/store/rows.table.ts'],
  ['portal-and-api', 'src/capabilities/alpha/api/planted', 'src/platform/database/open.ts'],
  ['desk-stays-behind-the-wire', 'src/capabilities/alpha/desk/planted', 'src/capabilities/alpha/actions/act.ts'],
  ['public-door', 'src/capabilities/alpha/public', 'src/capabilities/beta/rules/rule.ts'],
  ['capability-manifest', 'src/capabilities/alpha/capability', 'src/capabilities/beta/rules/rule.ts'],
  ['capability-manifest', 'src/capabilities/alpha/planted-commands', 'src/capabilities/beta/store/rows.queries.ts'],
  ['portal-shell', 'src/portal/planted', 'src/capabilities/alpha/public.ts'],
  ['desk-shell', 'src/desk/planted', 'src/portal/page.ts'],
  ['what-a-capability-brings', 'src/capability', 'src/capabilities/alpha/rules/rule.ts'],
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
      plant(`${from}.tsx`, to)
    }
    plant('src/law/round-a.ts', 'src/law/round-b.ts')
    plant('src/law/round-b.ts', 'src/law/round-a.ts')
    plant('src/portal/round-a.tsx', 'src/portal/round-b.tsx')
    plant('src/portal/round-b.tsx', 'src/portal/round-a.tsx')
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

  test.each(['src/law/round-', 'src/portal/round-'])('a cycle of %s is caught', (from) => {
    const cycles = found.violations.filter(({ rule }) => rule.name === 'no-cycles')
    expect(cycles.some((violation) => violation.from.startsWith(from))).toBe(true)
  })

  test('every rule has a breach that was planted', async () => {
    const { rules } = await matrix()
    const planted = new Set<string>([...breaches.map(([rule]) => rule), 'no-cycles'])
    expect(rules.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([])
  })

  test('every file of src/ has a room, or is one of those that compose', async () => {
    const { rules } = await matrix()
    const rooms = rules
      .filter(({ to, name }) => to.path === '^src/' || name === 'nobody-imports-the-outer-ring')
      .map(({ from, to }) => new RegExp(String(to.path === '^src/' ? from.path : to.path)))
    const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\.ts$|\/fixtures\//.test(file))
      .map((file) => `src/${file}`)
    expect(files.length).toBeGreaterThan(300)
    expect(files.filter((file) => !rooms.some((room) => room.test(file)))).toEqual([])
  })

  test('our own tree keeps the matrix, and was really looked at', () => {
    const ours = cruise(project)
    expect(ours.modules).toBeGreaterThan(30)
    expect(ours.violations.map((v) => `${v.rule.name}: ${v.from}`)).toEqual([])
  }, 60_000)
})
