#!/usr/bin/env node
// Starts the compiled command line on the Node that the package `node` brings, also when the shell's own Node is older.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startWithFewArenas, YOUNG } from './few-arenas.js'

const entry = fileURLToPath(new URL('../dist/cli/kaiming.js', import.meta.url))
const bundled = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (!existsSync(entry)) fail('程序还没有编译：请先在项目目录运行 npm ci（或 npm run build）。')
if (Number(process.versions.node.split('.')[0]) >= 24) {
  startWithFewArenas()
  await import(entry)
} else if (existsSync(bundled)) {
  const { status, signal } = spawnSync(bundled, [YOUNG, entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { MALLOC_ARENA_MAX: '2', ...process.env },
  })
  process.exit(signal ? 1 : (status ?? 1))
} else {
  fail(
    `需要 Node 24，这里是 ${process.versions.node}，而且这个平台没有 npm 包 node 的可执行文件：请安装 Node 24 后再试。`,
  )
}
