import { expect, test } from 'vitest'
import { openMaking } from './making.ts'

const page = { status: 200, headers: {}, body: new Uint8Array(1), tags: ['t'] }

/** A page that was made once, so that it is known to be one that can be kept. */
function known() {
  const making = openMaking()
  const first = making.begin('/a', 0)
  first.made(page)
  first.end()
  return making
}

test('who asks while a page is made gets that page', async () => {
  const making = known()
  const own = making.begin('/a', 3)
  const joined = making.join('/a', 3)
  own.made(page)
  own.end()
  expect(await joined).toBe(page)
})

test('a page begun before a change is not for who asks after it', async () => {
  const making = known()
  making.begin('/a', 3)
  expect(await making.join('/a', 4)).toBeUndefined()
})

test('what was never a page that can be kept is not waited for', async () => {
  const making = known()
  making.begin('/api', 0)
  expect(await making.join('/api', 0)).toBeUndefined()
})

test('who waited for a page that failed makes it himself', async () => {
  const making = known()
  const own = making.begin('/a', 0)
  const joined = making.join('/a', 0)
  own.end()
  expect(await joined).toBeUndefined()
  expect(await making.join('/a', 0)).toBeUndefined()
})
