import { expect, test } from 'vitest'
import { makeWriteGate } from './write-gate.ts'

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    end: () => end(),
    run: async () => {
      log.push(`${name} begins`)
      await ended
      log.push(`${name} ends`)
    },
  }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('writers pass beside each other; a holder waits for them, and keeps later ones out', async () => {
  const log: string[] = []
  const gate = makeWriteGate()
  const [first, second, reading, later] = ['first', 'second', 'reading', 'later'].map((name) => work(log, name))
  const all = [gate.pass(first?.run ?? settle), gate.pass(second?.run ?? settle)] as Promise<unknown>[]
  await settle()
  all.push(gate.hold(reading?.run ?? settle), gate.pass(later?.run ?? settle))
  await settle()
  first?.end()
  await settle()
  expect(log).toEqual(['first begins', 'second begins', 'first ends'])
  second?.end()
  await settle()
  reading?.end()
  await settle()
  later?.end()
  await Promise.all(all)
  expect(log.slice(3)).toEqual(['second ends', 'reading begins', 'reading ends', 'later begins', 'later ends'])
})

test('a fault of a writer or a holder is theirs alone', async () => {
  const gate = makeWriteGate()
  const fail = () => Promise.reject(new Error('no'))
  await expect(gate.pass(fail)).rejects.toThrow('no')
  await expect(gate.hold(fail)).rejects.toThrow('no')
  expect(await gate.pass(async () => 'yes')).toBe('yes')
  expect(await Promise.all([gate.hold(async () => 1), gate.hold(async () => 2)])).toEqual([1, 2])
})
