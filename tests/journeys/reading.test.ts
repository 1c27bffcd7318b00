import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'kaiming-journey-'))

let server: ChildProcess
let base: string
let browser: Browser

beforeAll(async () => {
  const env = {
    ...process.env,
    KAIMING_DATA_DIR: join(folder, 'data'),
    PORT: '0',
    DATABASE_URL: '',
    KAIMING_RATE_LIMIT: '0',
  }
  server = spawn(process.execPath, [join(project, 'dist/demonstration.js')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  base = await new Promise((settle) => {
    server.stderr?.on('data', (chunk) => {
      const port = /localhost:(\d+)/.exec(String(chunk))?.[1]
      if (port) settle(`http://127.0.0.1:${port}`)
    })
  })
  const executablePath = process.env.KAIMING_CHROMIUM ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
})
afterAll(async () => {
  await browser.close()
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page that fails on any error of a script or of the content policy. */
async function visit(
  path: string,
  options: { readonly width?: number; readonly javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; faults: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    // A colour on its way to another one is no colour that a reader sees.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && !message.text().includes('404') && faults.push(message.text()),
  )
  await page.goto(`${base}${path}`)
  return { page, faults, close: () => context.close() }
}

/** An article of each kind, by what the search finds. */
const documentOf = async (query: string): Promise<string> => {
  const { items } = (await (await fetch(`${base}/api/v1/search?q=${encodeURIComponent(query)}`)).json()) as {
    items: { url: string }[]
  }
  return items[0]?.url ?? ''
}

const PLAN = '老年人助餐服务工作方案'
const PAGES = [
  '/',
  '/documents',
  '/gazettes',
  '/gazettes/2024-1',
  '/tasks',
  '/units',
  '/units/civil-affairs',
  '/search?q=供热',
  '/search?q=没有这样的词呀',
  '/help',
  '/nothing',
]

describe('every kind of page', () => {
  test.each([...PAGES, PLAN])(
    '%s has no accessibility violation, at 390 and 1440 pixels and in the elder version',
    async (name) => {
      const path = name === PLAN ? await documentOf(PLAN) : name
      for (const [width, view] of [
        [390, ''],
        [1440, ''],
        [390, 'elder'],
      ] as const) {
        const [bare = '', anchor] = path.split('#')
        const { page, faults, close } = await visit(
          `${bare}${view ? `${bare.includes('?') ? '&' : '?'}view=${view}` : ''}${anchor ? `#${anchor}` : ''}`,
          { width },
        )
        await page.evaluate(axe.source)
        const violations = await page.evaluate(
          'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))',
        )
        expect(violations).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
        expect(faults).toEqual([])
        await close()
      }
    },
  )

  test.each([...PAGES, PLAN])('%s is valid HTML', async (name) => {
    const path = name === PLAN ? await documentOf(PLAN) : name
    const html = await (await fetch(`${base}${path.split('#')[0]}`)).text()
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'no-inline-style': 'off',
        'void-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
      },
    }).validateString(html)
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${ruleId} ${message} ${line}:${column}`),
      ),
    ).toEqual([])
  })
})

describe('a citizen', () => {
  test.each([true, false])(
    'finds the heating rule from the first page and reads it (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page, close } = await visit('/', { width: 390, javaScriptEnabled })
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
