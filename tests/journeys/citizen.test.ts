import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPortal, type Portal } from './portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
}, 180_000)
afterAll(() => portal?.close())

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

test('whether a rule still holds: the text says that it is the one before, and leads to what changed it', async () => {
  const { page, close } = await portal.visit('/search?q=机动车停车管理办法的通知', phone)
  await page.click('.hit .entry-title a >> nth=0')
  const banner = page.locator('.notice-banner')
  expect(await banner.textContent()).toContain('下面是修改前的文本')
  await banner.locator('a >> nth=1').click()
  expect(await page.locator('.history-edition .state').textContent()).toBe('修改前的文本')
  await page.click('.history-changes a')
  expect(await page.locator('.doc-title').textContent()).toContain('的决定')
  await close()
})

test('whom to call: a number in the list of units is dialled, and large enough for a thumb', async () => {
  const { page, close } = await portal.visit('/units', phone)
  const number = page.locator('.unit-phone >> nth=2')
  expect(await number.getAttribute('href')).toMatch(/^tel:\d{8,}$/u)
  expect((await number.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await close()
})

test('who must do what until when: a card of the ledger says nothing twice', async () => {
  const { page, close } = await portal.visit('/tasks?state=unstated', phone)
  const said = await page.evaluate<number[]>(
    `[...document.querySelectorAll('table.ledger tbody tr')].map((row) => row.innerText.split('未写时限').length - 1)`,
  )
  expect(said.length).toBeGreaterThan(3)
  expect(new Set(said)).toEqual(new Set([1]))
  await close()
})

test('a row of a table that has become a card carries the number by which it is spoken of', async () => {
  const { page, close } = await portal.visit('/search?q=民生服务品质提升三年行动计划', phone)
  await page.click('.hit .entry-title a >> nth=0')
  const shown = await page.evaluate(
    `[...document.querySelectorAll('.doc [data-no]')].map((e) => getComputedStyle(e, '::before').content)`,
  )
  expect(shown).toContain('"1. "')
  await close()
})

test('a title of two issuers breaks between them, not within a name', async () => {
  const { page, close } = await portal.visit('/units/civil-affairs', phone)
  await page.click('.entry-title a >> nth=0')
  const names = page.locator('.doc-title .joint')
  expect(await names.allTextContents()).toEqual(expect.arrayContaining(['明溪区民政局', '明溪区财政局']))
  const lines = await page.evaluate<number[]>(
    `[...document.querySelectorAll('.doc-title .joint')].map((e) =>
      Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight)))`,
  )
  expect(lines.slice(0, 2)).toEqual([1, 1])
  await close()
})
