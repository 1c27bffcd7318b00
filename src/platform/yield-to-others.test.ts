import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

test.runIf(process.platform === 'linux')('a worker stands back, the thread that started it does not', async () => {
  const before = getPriority(process.pid)
  const script = `
    import { readlinkSync } from 'node:fs'
    import { getPriority } from 'node:os'
    import { parentPort } from 'node:worker_threads'
    const { yieldToOthers } = await import(${JSON.stringify(new URL('./yield-to-others.ts', import.meta.url).href)})
    const isBack = yieldToOthers()
    parentPort.postMessage([isBack, getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)))])`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
  const [[isBack, priority]] = await once(worker, 'message')
  await worker.terminate()
  expect(isBack).toBe(true)
  expect(priority).toBeGreaterThanOrEqual(10)
  expect(getPriority(process.pid)).toBe(before)
})
