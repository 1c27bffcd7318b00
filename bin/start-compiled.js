import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startWithFewArenas, YOUNG } from './few-arenas.js'

const bundled = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Starts what was compiled to dist/ on the Node that the package `node` brings, also when the shell's own Node is older. */
export async function startCompiled(path) {
  const entry = fileURLToPath(new URL(`../dist/${path}`, import.meta.url))
  if (!existsSync(entry)) fail('程序还没有编译：请先在项目目录运行 npm ci（或 npm run build）。')
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    startWithFewArenas()
    await import(entry)
  } else if (existsSync(bundled)) {
    startBundled(entry)
  } else {
    fail(
      `需要 Node 24，这里是 ${process.versions.node}，而且这个平台（${process.platform} ${process.arch}）没有 npm 包 node 的可执行文件：请安装 Node 24 后再试。`,
    )
  }
}

/** A Node that is too old stays only to hand on the end: Ctrl-C reaches both by the terminal, what a service manager sends reaches only this one. */
function startBundled(entry) {
  const child = spawn(bundled, [YOUNG, entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { MALLOC_ARENA_MAX: '2', ...process.env },
  })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}
