import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPortal, type Portal } from './portal.ts'

let portal: Portal

beforeAll(async () => {
  portal = await openPortal()
}, 180_000)
afterAll(() => portal?.close())

const visit = (path: string, options?: BrowserContextOptions) => portal.visit(path, options)

/** An article of each kind, by what the search finds. */
const documentOf = async (query: string): Promise<string> => {
  const { items } = (await (await fetch(`${portal.base}/api/v1/search?q=${encodeURIComponent(query)}`)).json()) as {
    items: { url: string }[]
  }
  return items[0]?.url ?? ''
}

describe('a citizen', () => {
  test.each([true, false])(
    'finds the heating rule from the first page and reads it (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page, close } = await visit('/', { viewport: { width: 390, height: 844 }, javaScriptEnabled })
      await page.fill('#q', '室温不达标找谁')
      await page.click('button[type=submit]')
      await page.click('.hit a >> nth=0')
      expect(await page.textContent('h1')).toContain('供热')
      expect(await page.textContent('article')).toContain('不低于18℃')
      await close()
    },
  )

  test('reaches the search with the keyboard alone', async () => {
    const { page, close } = await visit('/')
    for (let times = 0; times < 20; times++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement.id === "q"')) break
    }
    await page.keyboard.type('停车')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?**')
    expect(await page.textContent('.hit')).toContain('停车')
    await close()
  })

  test('stays in the elder version from page to page, without a script or a cookie, and comes back', async () => {
    const { page, close } = await visit('/', { javaScriptEnabled: false })
    await page.click('.to-elder')
    await page.click('.door >> nth=0')
    expect(await page.getAttribute('html', 'class')).toBe('elder')
    await page.click('.entry-title a >> nth=0')
    expect(await page.getAttribute('html', 'class')).toBe('elder')
    expect(await page.context().cookies()).toEqual([])
    await page.click('.to-standard')
    expect(await page.getAttribute('html', 'class')).toBeNull()
    await close()
  })

  test('prints a document without the frame of the portal', async () => {
    const { page, close } = await visit(await documentOf('停车管理办法'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('.masthead')).toBe(false)
    expect(await page.isVisible('.doc-head')).toBe(true)
    await close()
  })
})
