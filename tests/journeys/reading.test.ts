import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPortal, type Portal } from './portal.ts'

let portal: Portal

beforeAll(async () => {
  portal = await openPortal()
}, 180_000)
afterAll(() => portal?.close())

const visit = (path: string, options?: BrowserContextOptions) => portal.visit(path, options)

/** Ids that are given twice, and links within the page that lead nowhere. */
const DOUBTFUL_ANCHORS = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const lost = [...document.querySelectorAll('a[href^="#"]')].map((a) => decodeURIComponent(a.hash.slice(1)))
  return [...twice, ...lost.filter((id) => !ids.includes(id))]
})()`

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

  test.each(['', '?view=elder'])(
    'keeps an issue as a file and reads it where there is no network (%s)',
    async (view) => {
      const { page, close } = await visit(`/gazettes/2024-1${view}`)
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=下载离线阅读版')])
      expect(download.suggestedFilename()).toMatch(/公报2024年第1期\.html$/u)
      const path = join(tmpdir(), `kaiming-book-${process.pid}.html`)
      await download.saveAs(path)
      await page.context().setOffline(true)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`file://${path}`)
      expect(await page.getAttribute('html', 'class')).toBe(view ? 'elder' : null)
      const entries = await page.locator('.contents li a').count()
      expect(entries).toBeGreaterThan(3)
      expect(await page.locator('.leaf--bound').count()).toBe(entries)
      expect(await page.evaluate(DOUBTFUL_ANCHORS)).toEqual([])
      await page.click('.contents li a >> nth=1')
      expect(await page.locator('#d2 .doc-title').textContent()).toBe(
        await page.locator('.contents li .title >> nth=1').textContent(),
      )
      expect(await page.evaluate("Math.abs(document.getElementById('d2').getBoundingClientRect().top) < 200")).toBe(
        true,
      )
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
      rmSync(path)
      await close()
    },
  )

  test('prints a document without the frame of the portal', async () => {
    const { page, close } = await visit(await documentOf('停车管理办法'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('.masthead')).toBe(false)
    expect(await page.isVisible('.doc-head')).toBe(true)
    await close()
  })
})
