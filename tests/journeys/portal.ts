import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { ownEnvironment } from '../own-installation.ts'
import type { PageKind } from './page-kinds.ts'

const project = resolve(import.meta.dirname, '../..')

/** A page that is open, with what went wrong on it: errors of scripts, breaches of the content policy. */
export interface Visit {
  readonly page: Page
  readonly faults: readonly string[]
  close(): Promise<void>
}

/** The compiled program with the examples, and a browser to look at it. */
export interface Portal {
  readonly base: string
  /** The address of a page of a kind. */
  addressOf(kind: PageKind): Promise<string>
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>
  /** Runs a command beside the server, as an operator does. */
  run(...command: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** `limit`: requests a second and address; 0: none. */
export async function openPortal(limit = 0): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-journey-'))
  const env = { ...ownEnvironment(folder), KAIMING_RATE_LIMIT: String(limit) }
  const server = spawn(process.execPath, [join(project, 'dist/demonstration.js')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const base = await new Promise<string>((settle, fail) => {
    let said = ''
    server.once('exit', () => fail(new Error(`the portal did not start: ${said}`)))
    server.stderr.on('data', (chunk) => {
      said += chunk
      const port = /localhost:(\d+)/.exec(said)?.[1]
      if (port) settle(`http://127.0.0.1:${port}`)
    })
  })
  const executablePath = process.env.KAIMING_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  return {
    base,
    addressOf: (kind) => addressOf(base, kind),
    visit: (path, options) => visit(browser, `${base}${path}`, options),
    run: async (...command) => {
      await promisify(execFile)(process.execPath, [join(project, 'bin/kaiming.js'), ...command], { env })
    },
    async close() {
      await browser.close()
      server.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function addressOf(base: string, { name, path }: PageKind): Promise<string> {
  if (typeof path === 'string') return path
  const html = await (await fetch(`${base}${path.on}`)).text()
  const found = [...html.matchAll(/href="([^"]+)"/g)].find(([, href = '']) => path.link.test(href))?.[1]
  if (!found) throw new Error(`${name}: no such link on ${path.on}`)
  const address = found.replaceAll('&amp;', '&')
  return path.below ? `${address.split('#')[0]}${path.below}` : address
}

async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // A colour on its way to another one is no colour that a reader sees.
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (message) => {
    // The browser tells of a page that answers 404 as it does of a script that is missing.
    if (message.type() === 'error' && message.location().url !== page.url()) faults.push(message.text())
  })
  await page.addInitScript({
    content:
      'addEventListener("securitypolicyviolation", (e) => console.error("content policy: " + e.violatedDirective + " " + e.blockedURI))',
  })
  await page.goto(url)
  return { page, faults, close: () => context.close() }
}

/** An address in the elder version. */
export function inElder(path: string): string {
  const [bare = '', anchor] = path.split('#')
  return `${bare}${bare.includes('?') ? '&' : '?'}view=elder${anchor ? `#${anchor}` : ''}`
}
