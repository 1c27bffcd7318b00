import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingestFiles } from './capabilities/library/actions/ingest-files.ts'
import { loadUnits, readUnitsFile } from './capabilities/units/actions/load-units.ts'
import { openProgress } from './cli/progress.ts'
import { readEnvironment } from './environment.ts'
import { startServer } from './main.ts'
import { makeFolder } from './platform/files/make-folder.ts'
import type { Deps } from './platform/ports.ts'
import { importSettings } from './platform/settings/settings.ts'
import { readSettingsFile } from './platform/settings/settings-file.ts'
import { findOrCreateSite } from './platform/sites.ts'

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url))
const ACTOR = { kind: 'job', name: 'examples' } as const

/** Puts the fictional district into an empty record, with progress. */
async function loadExamples(deps: Deps): Promise<void> {
  const settings = readSettingsFile(readFileSync(join(EXAMPLES, 'settings.json'), 'utf8'))
  const units = readUnitsFile(readFileSync(join(EXAMPLES, 'units.json'), 'utf8'))
  if (!settings.ok || !units.ok)
    throw new Error(`examples/: ${settings.ok ? '' : settings.problem.message}${units.ok ? '' : units.problem.message}`)
  const imported = await importSettings(deps.database, settings.value, ACTOR, deps.clock.now())
  if (!imported.ok) throw new Error(imported.problem.message)
  const site = await findOrCreateSite(deps.database, settings.value.site)
  if (!site.ok) throw new Error(site.problem.message)
  const loaded = await loadUnits(deps, { siteId: site.value.id, actor: ACTOR, file: units.value })
  if (!loaded.ok) throw new Error(loaded.problem.message)
  const folder = join(EXAMPLES, 'gazettes')
  const progress = openProgress(process.stderr)
  const summary = await ingestFiles(deps, {
    siteId: site.value.id,
    actor: ACTOR,
    paths: [folder],
    base: folder,
    onProgress: progress.show,
  })
  progress.end()
  process.stderr.write(`已装载示例：${summary.documents} 份文件，${summary.failed.length} 个文件失败。\n`)
}

/** Leaves a mark in the data folder; where none can be made, starting says why, and there is nothing to go on with. */
function mark(dataDir: string, name: string): void {
  try {
    makeFolder(dataDir, 0o700)
    writeFileSync(name, '')
  } catch {
    return
  }
}

const environment = readEnvironment(process.env)
if (environment.ok) {
  const { databaseUrl, dataDir } = environment.value
  // Only a data folder that is not there yet gets the examples: whoever has data of his own never sees them. A first start that is
  // stopped before it has loaded them leaves its mark, and the next one begins again.
  const begun = join(dataDir, 'examples-begun')
  const isNew = databaseUrl === null && (!existsSync(dataDir) || existsSync(begun))
  if (isNew) mark(dataDir, begun)
  const prepare = async (deps: Deps) => {
    await loadExamples(deps)
    rmSync(begun, { force: true })
  }
  process.exitCode = await startServer(environment.value, isNew ? prepare : undefined)
} else {
  process.stderr.write(`${environment.problem.message}\n`)
  process.exitCode = 2
}
