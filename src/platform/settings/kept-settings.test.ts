import { expect, test } from 'vitest'
import type { SiteSettings } from '../ports.ts'
import { keepSettings } from './kept-settings.ts'
import { bareSettings } from './settings-file.ts'

const change = (entity: string) => [{ version: 1, siteId: 'a', entity, id: 'a', tombstone: false }]

test('settings are read again when they change and on another day, and not otherwise', async () => {
  let today = '2025-01-01'
  let reads = 0
  const load = async (siteId: string): Promise<SiteSettings> => bareSettings('990102', `${siteId} ${++reads}`)
  const kept = keepSettings(load, { now: () => new Date(), today: () => today })
  const names = async () => [(await kept.of('a')).name, (await kept.of('b')).name]
  expect(await names()).toEqual(['a 1', 'b 2'])
  kept.follow(change('document'))
  expect(await names()).toEqual(['a 1', 'b 2'])
  kept.follow(change('settings'))
  expect(await names()).toEqual(['a 3', 'b 4'])
  today = '2025-01-02'
  expect(await names()).toEqual(['a 5', 'b 6'])
})

test('a reading that failed is tried again', async () => {
  let isDown = true
  const load = async (): Promise<SiteSettings> => {
    if (isDown) throw new Error('down')
    return bareSettings('990102', '明溪区')
  }
  const kept = keepSettings(load, { now: () => new Date(), today: () => '2025-01-01' })
  await expect(kept.of('a')).rejects.toThrow('down')
  isDown = false
  expect((await kept.of('a')).name).toBe('明溪区')
})
