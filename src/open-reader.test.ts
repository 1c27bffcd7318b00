import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { openReader, openServersReader } from './open-reader.ts'
import type { DocumentReader } from './platform/ports.ts'

const open: DocumentReader[] = []
const opened = (reader: DocumentReader): DocumentReader => {
  open.push(reader)
  return reader
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.close()))
})

const notice = (number: number) => `明溪政发〔2025〕${number}号

云岭市明溪区人民政府
关于做好第${number}项工作的通知

各镇人民政府、街道办事处：

一、加强组织领导。各单位要指定专人负责。

云岭市明溪区人民政府
2025年3月${number}日
`
const file = (text: string, name = 'a.txt') => ({ name, bytes: new TextEncoder().encode(text) })
const gazette = file(`云岭市明溪区人民政府公报\n2025年第3期\n\n${[1, 2, 3].map(notice).join('\n')}`)

/** Processes that this one started, and those that they started. */
const startedBy = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return new RegExp(`^PPid:\\s+${pid}$`, 'm').test(readFileSync(`/proc/${name}/status`, 'utf8'))
      } catch {
        return false
      }
    })
    .flatMap((name) => [Number(name), ...startedBy(Number(name))])

test('a server reads the same through its host as a command by itself, several files at once', async () => {
  const files = [gazette, file(notice(7)), file('', 'empty.txt'), file('x'.repeat(5_000_000), 'large.txt')]
  const [server, command] = [opened(openServersReader()), opened(openReader(1))]
  const [throughHost, itself] = await Promise.all(
    [server, command].map((reader) => Promise.all(files.map((one) => reader.read(one)))),
  )
  expect(throughHost).toEqual(itself)
  expect(throughHost?.[0]).toMatchObject({ ok: true, reading: { documents: [{}, {}, {}] } })
  expect(throughHost?.[2]).toMatchObject({ ok: false, code: 'empty' })
})

test('a host that is killed fails what it was reading, and the next file is read by another', async () => {
  const before = new Set(startedBy(process.pid))
  const reader = opened(openServersReader())
  expect(await reader.read(gazette)).toMatchObject({ ok: true })
  const [host = 0] = startedBy(process.pid).filter((pid) => !before.has(pid))
  const reading = reader.read(gazette)
  process.kill(host, 'SIGKILL')
  expect(await reading).toMatchObject({ ok: false, code: 'reader-crashed', message: expect.stringContaining('再试') })
  expect(await reader.read(gazette)).toMatchObject({ ok: true })
})

test('closing leaves none of its processes behind', async () => {
  const before = new Set(startedBy(process.pid))
  const reader = openServersReader()
  await reader.read(gazette)
  expect(startedBy(process.pid).filter((pid) => !before.has(pid)).length).toBeGreaterThanOrEqual(2)
  await reader.close()
  expect(startedBy(process.pid).filter((pid) => !before.has(pid))).toEqual([])
})
