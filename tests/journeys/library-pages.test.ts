import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownEnvironment } from '../own-installation.ts'

const project = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'kaiming-library-pages-'))

let server: ChildProcess
let base: string
let browser: Browser

beforeAll(async () => {
  const env = ownEnvironment(folder)
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

interface Visit {
  readonly page: Page
  readonly faults: string[]
  close(): Promise<void>
}

/** Opens a page; errors of scripts, of pictures and of the content policy are faults. */
async function visit(path: string, width = 1440, javaScriptEnabled = true): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${base}${path}`)
  return { page, faults, close: () => context.close() }
}

/** The address of the first link on a page whose address begins so. */
async function linkOn(path: string, begins: string): Promise<string> {
  const html = await (await fetch(`${base}${path}`)).text()
  const found = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '')
  return found.find((href) => href.startsWith(begins)) ?? ''
}

/** A document by words of its title. */
async function documentOf(words: string): Promise<string> {
  const { items } = (await (await fetch(`${base}/api/v1/search?q=${encodeURIComponent(words)}`)).json()) as {
    items: { url: string }[]
  }
  return items[0]?.url ?? ''
}

/** Every kind of page of the library, by what leads to it. */
const PAGES: readonly (readonly [name: string, path: () => Promise<string>])[] = [
  ['按类查找', async () => '/browse'],
  ['filtered list', async () => '/documents?kind=%E9%80%9A%E7%9F%A5&year=2024'],
  ['empty list', async () => '/documents?year=1950'],
  ['plan with tasks', () => documentOf('民生服务品质提升三年行动计划')],
  ['repealed document', () => documentOf('城区养犬管理办法')],
  ['history', async () => `${await documentOf('冬季供热保障')}/history`],
  ['comparison', async () => `${await documentOf('冬季供热保障')}/compare`],
  ['citations', async () => `${await documentOf('机动车停车管理办法')}/citations`],
  ['leaf of an issue', async () => '/gazettes/2024-1/read/2'],
  ['statistics', async () => '/statistics'],
  ['statistical table', () => linkOn('/statistics', '/statistics/99')],
  ['series', () => linkOn('/statistics', '/statistics/series/')],
  ['appointments', async () => '/appointments'],
  ['approvals', async () => '/approvals'],
  ['transfers', async () => '/transfers'],
  ['cited but missing', async () => '/citations/missing'],
  ['late tasks', async () => '/tasks?state=past-due'],
]

describe('every kind of page of the library', () => {
  test.each(PAGES)('%s has no accessibility violation and fits, at 390 and 1440 pixels', async (_, pathOf) => {
    const path = await pathOf()
    expect(path).not.toBe('')
    for (const width of [390, 1440]) {
      const { page, faults, close } = await visit(path, width)
      await page.evaluate(axe.source)
      const violations = await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))',
      )
      expect(violations).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await close()
    }
  })
})

describe('lists', () => {
  const LISTS = [
    '/documents',
    '/documents?kind=通知',
    '/tasks',
    '/tasks?state=past-due',
    '/appointments',
    '/approvals',
    '/transfers',
    '/citations/missing',
    '/search?q=通知',
  ]
  test.each(LISTS)(
    '%s after its last page says that nothing is here, and leads back to the first and the last',
    async (path) => {
      const { page, close } = await visit(`${path}${path.includes('?') ? '&' : '?'}offset=9000`, 390, false)
      expect(await page.textContent('.empty')).toBe('这一页没有内容，前面的页里才有。回到第一页')
      for (const way of ['.empty a', '.pager a[rel=prev]']) {
        const link = page.locator(way)
        if ((await link.count()) === 0) continue
        await link.click()
        expect(await page.locator('.empty').count()).toBe(0)
        await page.goBack()
      }
      await close()
    },
  )

  test.each([
    ['/tasks.csv', '任务台账', '状态', '时限已过'],
    ['/appointments.csv', '人事任免', '文号', '任命'],
    ['/approvals.csv', '批复', '文件', '的批复'],
    ['/transfers.csv', '权力事项划转', '文件', '的通知'],
    ['/citations/missing.csv', '被引用而未收录的文件', '提到它的文件', '明溪政'],
  ])('%s is a file for spreadsheets that is named by what it holds', async (path, name, column, words) => {
    const response = await fetch(`${base}${path}`)
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('Content-Disposition')).toContain(`''${encodeURIComponent(name)}.csv`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head = '', ...rows] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n')
    expect(head.split(',')).toContain(column)
    expect(rows.some((row) => row.includes(words))).toBe(true)
  })
})

describe('a reader', () => {
  test('turns the leaves of an issue without a script, from the contents to the last one and back', async () => {
    const { page, close } = await visit('/gazettes/2024-1', 390, false)
    await page.click('.actions a >> nth=0')
    const first = await page.textContent('h1')
    await page.click('.turn-next')
    expect(await page.textContent('h1')).not.toBe(first)
    await page.click('.turn a[rel=prev]')
    expect(await page.textContent('h1')).toBe(first)
    await close()
  })

  test('opens the notes of a clause on a phone without a script, and reaches the ledger from them', async () => {
    const { page, close } = await visit(await documentOf('冬季供热保障'), 390, false)
    const note = page.locator('.doc-text + .note').first()
    expect(await note.locator('.note-body').isVisible()).toBe(false)
    await note.locator('summary').click()
    expect(await note.locator('.note-body').isVisible()).toBe(true)
    await close()
  })

  test('sees where he is in the contents while he reads', async () => {
    const { page, close } = await visit(await documentOf('民生服务品质提升三年行动计划'))
    const [first, last] = [page.locator('.toc a').first(), page.locator('.toc a').last()]
    expect(await first.getAttribute('aria-current')).not.toBeNull()
    await last.click()
    await page.waitForFunction('document.querySelector(".toc li:last-child > a[aria-current]") !== null')
    expect(await first.getAttribute('aria-current')).toBeNull()
    await close()
  })

  test('finds every document by whichever way: the lines of each add up, and each leads to as many as it says', async () => {
    const { page, close } = await visit('/browse', 1440, false)
    const total = Number(/\d+/u.exec((await page.textContent('.page-lead a')) ?? '')?.[0])
    const ways = await page.evaluate<{ text: string; href: string; count: number }[][]>(
      `[...document.querySelectorAll('.browse-part')].filter((part) => part.querySelector('.plain-aside')).map((part) =>
        [...part.querySelectorAll('li')].map((line) => ({
          text: line.querySelector('a').textContent,
          href: line.querySelector('a').getAttribute('href'),
          count: parseInt(line.querySelector('.plain-aside').textContent),
        })))`,
    )
    expect(ways.length).toBe(5)
    for (const lines of ways) {
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      const last = lines.at(-1)
      expect(last?.text).toBe('未注明')
      await page.goto(`${base}${last?.href}`)
      expect(await page.textContent('#hits')).toBe(`共${last?.count}件`)
    }
    await close()
  })

  test('gets the chart of a table as a picture, by day and by night', async () => {
    const path = await linkOn('/statistics', '/statistics/99')
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme })
      const page = await context.newPage()
      await page.goto(`${base}${path}`)
      const image = 'document.querySelector(".chart-figure img")'
      expect(await page.evaluate(`${image}.currentSrc`)).toContain(`theme=${colorScheme}`)
      expect(await page.evaluate(`${image}.naturalWidth`)).toBeGreaterThan(300)
      await context.close()
    }
  })

  test('chooses a state in the ledger without a script', async () => {
    const { page, close } = await visit('/tasks', 1440, false)
    await page.selectOption('#state', 'long-term')
    await page.click('form.filters button')
    const states = await page.locator('table.ledger td .state').allTextContents()
    expect(new Set(states)).toEqual(new Set(['长期坚持']))
    await close()
  })

  test.each([390, 1440])('stretches no last line of a paragraph, %i px wide', async (width) => {
    const { page, close } = await visit(await documentOf('机动车停车管理办法的通知'), width)
    // Widest step between two neighbouring characters of a last line, in characters.
    const steps = await page.evaluate(`[...document.querySelectorAll('.doc p')]
      .filter((p) => getComputedStyle(p).textAlign === 'justify' && p.firstChild)
      .map((p) => {
        const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT, (node) =>
          node.parentElement.closest('.pilcrow') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
        const places = []
        while (walker.nextNode())
          for (let at = 0; at < walker.currentNode.length; at++) {
            const range = new Range()
            range.setStart(walker.currentNode, at)
            range.setEnd(walker.currentNode, at + 1)
            places.push(range.getBoundingClientRect())
          }
        const last = places.filter(({ bottom }) => bottom > places.at(-1).top + 2)
        const size = Number.parseFloat(getComputedStyle(p).fontSize)
        return Math.max(0, ...last.slice(1).map(({ left }, at) => (left - last[at].left) / size))
      })`)
    expect(steps).not.toEqual([])
    expect(Math.max(...(steps as number[]))).toBeLessThan(1.6)
    await close()
  })

  test('prints the official form: the red head and the text, without what the portal adds', async () => {
    const { page, close } = await visit(await documentOf('民生服务品质提升三年行动计划'))
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.toc', '.note', '.share', '.doc-bar'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    for (const shown of ['.doc-head', '.annex', '.print-note'])
      expect(await page.locator(shown).first().isVisible()).toBe(true)
    await close()
  })

  test.each([
    { title: '同意设立荷塘等两个社区居民委员会的批复', ending: '落实办公和服务用房', closing: '3月8日印发' },
    { title: '生活垃圾分类提质', ending: '兑换点覆盖全部城市社区', closing: '8月20日印发' },
  ])('on paper the end of the text goes with what closes it: $title', async ({ title, ending, closing }) => {
    const { page, close } = await visit(await documentOf(title))
    const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }))
    const printed = await getDocument({ data, verbosity: 0 }).promise
    const { items } = await (await printed.getPage(printed.numPages)).getTextContent()
    const last = items.map((item) => ('str' in item ? item.str : '')).join('')
    for (const said of [ending, closing]) expect(last.normalize('NFKC').replace(/\s/gu, '')).toContain(said)
    await close()
  })

  test.each(['机动车停车管理办法的通知', '民生服务品质提升三年行动计划'])(
    'what the portal notes on paper makes no page of its own: %s',
    async (title) => {
      const { page, close } = await visit(await documentOf(title))
      const pages = async () =>
        (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/gu)?.length
      const withNote = await pages()
      await page.evaluate('document.querySelector(".print-note").remove()')
      expect(withNote).toBeGreaterThan(0)
      expect(withNote).toBe(await pages())
      await close()
    },
  )
})
