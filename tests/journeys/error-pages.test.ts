import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPortal, type Portal } from './portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(1)
}, 180_000)
afterAll(() => portal?.close())

const LOOKS: readonly BrowserContextOptions[] = [
  { viewport: { width: 390, height: 844 } },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { viewport: { width: 1440, height: 900 } },
]

async function expectToStand(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  expect(
    await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => v.id))',
    ),
  ).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  // The style of the portal has come: the page stands on paper, not on white.
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).not.toBe('rgba(0, 0, 0, 0)')
}

test('a document that was taken back says so, why, and leads on', async () => {
  const html = await (await fetch(`${portal.base}/documents?sort=title`)).text()
  const address = /href="(\/documents\/[\d-]+)"/u.exec(html)?.[1] ?? ''
  await portal.run('withdraw', address.split('/').at(-1) ?? '', '--reason', '装错了文件')
  for (const look of LOOKS) {
    const { page, close } = await portal.visit(address, look)
    expect(await page.textContent('h1')).toBe('这份文件已经撤回')
    expect(await page.textContent('.page-lead')).toContain('装错了文件')
    await expectToStand(page)
    await close()
  }
})

test('who opens too many pages is told to wait in the dress of the portal, and tries again from there', async () => {
  // What is kept is not counted: every address is a new one.
  let asked = 0
  for (const look of LOOKS) {
    let waiting = false
    // A token comes back each second: the visit is made again until it finds none.
    while (!waiting) {
      const answers = Array.from({ length: 15 }, (_, at) =>
        fetch(`${portal.base}/documents?offset=${asked * 15 + at + 1}`),
      )
      asked++
      await Promise.all(answers)
      const address = `/tasks?q=${asked}`
      const { page, close } = await portal.visit(address, look)
      waiting = (await page.textContent('h1')) === '访问得太快了'
      if (waiting) {
        expect(await page.getAttribute('.lost .plain-list a >> nth=0', 'href')).toBe(address)
        await expectToStand(page)
      }
      await close()
    }
  }
})
