import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE_KINDS, type PageKind } from './page-kinds.ts'
import { inElder, openPortal, type Portal } from './portal.ts'

let portal: Portal
const addresses = new Map<PageKind, string>()
const pathOf = (kind: PageKind): string => addresses.get(kind) ?? ''

beforeAll(async () => {
  portal = await openPortal()
  for (const kind of PAGE_KINDS) addresses.set(kind, await portal.addressOf(kind))
}, 180_000)
afterAll(() => portal?.close())

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // How Hono writes void elements and booleans is valid; titles of official documents are as long as they are.
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
  },
})

const overflow = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth')

/** What axe finds; at night only the colours are others than by day. */
async function violations(page: Page, onlyColours = false): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const only = onlyColours ? ', runOnly: ["color-contrast"]' : ''
  return page.evaluate(
    `axe.run(document, { resultTypes: ["violations"]${only} }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))`,
  )
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } }
const LOOKS: readonly (readonly [look: string, isElder: boolean, options: BrowserContextOptions])[] = [
  ['a phone', false, phone],
  ['a wide screen', false, {}],
  ['a phone in the elder version', true, phone],
  ['a wide screen at night', false, { colorScheme: 'dark' }],
]

// Several at once: most of a journey is waiting for the browser.
describe.concurrent.each(PAGE_KINDS)('$name', (kind) => {
  test.each(LOOKS)('on %s: no violation, nothing beside the page, no error', async (_look, isElder, options) => {
    const path = pathOf(kind)
    const { page, faults, close } = await portal.visit(isElder ? inElder(path) : path, options)
    expect(await violations(page, options.colorScheme === 'dark')).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await close()
  })

  test('is valid HTML in Chinese with one heading that names it, and the tags of the site', async () => {
    const response = await fetch(`${portal.base}${pathOf(kind).split('#')[0]}`)
    expect(response.status).toBe(kind.status ?? 200)
    const html = await response.text()
    const { results } = await validator.validateString(html)
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    )
    expect(html).toContain('<html lang="zh-CN"')
    expect(html.match(/<h1/g)).toHaveLength(1)
    for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode']) expect(html).toMatch(`<meta name="${name}" content="`)
    for (const words of ['主办单位', '网站标识码', 'ICP', '公网安备', '我为政府网站找错', '网站地图', '党政机关网站'])
      expect(html).toContain(words)
  })

  test('can be read with text at twice its size, and at 400 % on a small screen, without moving sideways', async () => {
    const { page, close } = await portal.visit(pathOf(kind), phone)
    await page.evaluate('document.documentElement.style.setProperty("font-size", "200%")')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.evaluate('document.documentElement.style.removeProperty("font-size")')
    await page.setViewportSize({ width: 320, height: 256 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })

  test('can be walked through with the keyboard: the first stop leads to the text, none holds the focus', async () => {
    const { page, close } = await portal.visit(pathOf(kind))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    const stops = new Set<number>()
    await page.evaluate('globalThis.stops = []')
    for (let times = 0; times < 40; times++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate<number>(
        '(() => { const e = document.activeElement; if (e === document.body) return -1; const at = stops.indexOf(e); return at === -1 ? stops.push(e) - 1 : -2 - at })()',
      )
      if (stop < 0) break
      stops.add(stop)
    }
    expect(stops.size).toBeGreaterThan(5)
    expect(await page.evaluate('getComputedStyle(stops.at(-1)).visibility')).toBe('visible')
    await close()
  })
})

describe('whoever asks for it', () => {
  test('sees no movement', async () => {
    const { page, close } = await portal.visit('/', { reducedMotion: 'reduce' })
    expect(
      await page.evaluate(
        '[...document.querySelectorAll("*")].filter((e) => /[1-9]/.test(getComputedStyle(e).transitionDuration)).length',
      ),
    ).toBe(0)
    await close()
  })

  test('sees states and focus in forced colours', async () => {
    const { page, faults, close } = await portal.visit('/documents', { forcedColors: 'active' })
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Tab')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    expect(faults).toEqual([])
    await close()
  })

  test('opens and leaves the menu of a phone with the keyboard', async () => {
    const { page, close } = await portal.visit('/', phone)
    await page.focus('.menu > summary')
    await page.keyboard.press('Enter')
    expect(await page.isVisible('.menu a[href="/documents"]')).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.isVisible('.menu a[href="/documents"]')).toBe(false)
    expect(await page.evaluate('document.activeElement.localName')).toBe('summary')
    await close()
  })
})
