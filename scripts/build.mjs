// Compiles src/ to dist/ (TypeScript, then the assets beside it, then an empty record). With `--when-possible` (npm's `prepare`) it says why it
// leaves the build out instead of failing, when the development packages are not installed; and it leaves alone what is compiled already: npm
// runs `prepare` also at the first `npx kaiming` of a checkout, where a server may be running on dist/.
import './need-node.mjs'
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isCompiled, stampCompiled } from './compiled-from.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = `${root}node_modules/typescript/bin/tsc`
const optional = process.argv.includes('--when-possible')

if (optional && isCompiled(root)) process.exit(0)
if (!existsSync(tsc)) {
  process.stderr.write(
    '没有编译：缺少开发依赖（typescript）。请运行 npm ci（不要加 --omit=dev），再运行 npm run build。\n',
  )
  process.exit(optional ? 0 : 1)
}
rmSync(`${root}dist`, { recursive: true, force: true })
for (const args of [
  [tsc, '-p', 'tsconfig.build.json'],
  ['scripts/copy-assets.mjs'],
  ['scripts/make-record-template.mjs'],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
stampCompiled(root)
