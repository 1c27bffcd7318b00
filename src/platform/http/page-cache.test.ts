import { describe, expect, test } from 'vitest'
import { openPageCache } from './page-cache.ts'

const page = (size: number, ...tags: string[]) => ({ status: 200, headers: {}, body: new Uint8Array(size), tags })

describe('page cache', () => {
  test('a bumped tag drops the pages that bear it and no others', () => {
    const cache = openPageCache()
    cache.put('/a', page(1, 'documents', 'document:1'))
    cache.put('/b', page(1, 'documents'))
    cache.put('/c', page(1, 'units'))
    cache.bump(['document:1'])
    expect([cache.get('/a'), cache.get('/b')?.status, cache.get('/c')?.status]).toEqual([undefined, 200, 200])
    cache.bump(['documents'])
    expect([cache.get('/b'), cache.get('/c')?.status]).toEqual([undefined, 200])
  })

  test('when it is full the longest unused page goes', () => {
    const cache = openPageCache(80)
    for (let index = 0; index < 8; index++) cache.put(`/${index}`, page(10, 't'))
    cache.get('/0')
    cache.put('/8', page(10, 't'))
    expect(cache.get('/0')?.status).toBe(200)
    expect(cache.get('/1')).toBeUndefined()
  })

  test('a page that would push out everything is not kept', () => {
    const cache = openPageCache(80)
    cache.put('/big', page(20, 't'))
    expect(cache.get('/big')).toBeUndefined()
  })
})
