import { describe, expect, test } from 'vitest'
import { openPageCache } from './page-cache.ts'

const page = (size: number, ...tags: string[]) => ({ status: 200, headers: {}, body: new Uint8Array(size), tags })

describe('page cache', () => {
  test('a bumped tag drops the pages that bear it and no others', () => {
    const cache = openPageCache()
    cache.put('/a', page(1, 'documents', 'document:1'), 0)
    cache.put('/b', page(1, 'documents'), 0)
    cache.put('/c', page(1, 'units'), 0)
    cache.bump(['document:1'])
    expect([cache.get('/a'), cache.get('/b')?.status, cache.get('/c')?.status]).toEqual([undefined, 200, 200])
    expect(cache.bumps()).toBe(1)
    cache.bump(['documents'])
    expect([cache.get('/b'), cache.get('/c')?.status]).toEqual([undefined, 200])
  })

  test('when it is full the longest unused page goes', () => {
    const cache = openPageCache(80)
    for (let index = 0; index < 8; index++) cache.put(`/${index}`, page(10, 't'), 0)
    cache.get('/0')
    cache.put('/8', page(10, 't'), 0)
    expect(cache.get('/0')?.status).toBe(200)
    expect(cache.get('/1')).toBeUndefined()
  })

  test('a page that would push out everything is not kept', () => {
    const cache = openPageCache(80)
    cache.put('/big', page(20, 't'), 0)
    expect(cache.get('/big')).toBeUndefined()
  })

  test('a page made from what has changed meanwhile is not kept', () => {
    const cache = openPageCache()
    const before = cache.bumps()
    cache.bump(['document:1'])
    cache.put('/a', page(1, 'document:1'), before)
    cache.put('/b', page(1, 'document:2'), before)
    cache.put('/c', page(1, 'document:1'), cache.bumps())
    expect([cache.get('/a'), cache.get('/b')?.status, cache.get('/c')?.status]).toEqual([undefined, 200, 200])
  })
})
