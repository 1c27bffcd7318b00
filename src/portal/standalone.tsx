import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { SiteSettings } from '../platform/ports.ts'
import { STYLE } from './assets.ts'
import { coloursSheet } from './colours.ts'

export interface StandaloneOptions {
  readonly title: string
  readonly settings: Pick<SiteSettings, 'name' | 'colours'>
  /** The portal's own address: links that lead to it are written out. */
  readonly origin: string
  readonly isElder: boolean
}

/** Ids of a part of a page that holds several of its kind, and the links and labels to them, told apart by a prefix. */
export const withOwnIds = (html: string, prefix: string): string =>
  html.replace(/ (id|aria-labelledby)="/g, ` $1="${prefix}-`).replaceAll(' href="#', ` href="#${prefix}-`)

/**
 * A page to be kept as a file and read without a network: its style stands in it, it has no script and fetches nothing.
 * It is sent as a download: as a page of the portal its inline style would break the content policy.
 */
export async function standalonePage(options: StandaloneOptions, body: Child): Promise<string> {
  const { title, settings, origin, isElder } = options
  const style = `${STYLE.body}\n${settings.colours ? coloursSheet(settings.colours) : ''}`
  const page = (
    <html lang="zh-CN" class={isElder ? 'elder' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>
          {title} - {settings.name}
        </title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <div class="page">
          <main class="main" id="main">
            {body}
          </main>
        </div>
      </body>
    </html>
  )
  const html = String(await page.toString())
  return `<!DOCTYPE html>${html.replaceAll(' href="/', ` href="${origin}/`)}`
}
