import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { SiteSettings } from '../platform/ports.ts'
import { Footer } from './footer.tsx'
import { Head } from './head.tsx'
import { Masthead } from './masthead.tsx'
import type { PageOptions } from './shell.ts'

export interface FrameProps {
  readonly settings: SiteSettings
  readonly options: PageOptions
  /** Path and query as they were asked for. */
  readonly path: string
  readonly isElder: boolean
  readonly navigation: readonly Child[]
  readonly children?: Child
}

/** The foot says the same on every page until the settings change: they are read anew then. */
const footers = new WeakMap<SiteSettings, Child>()

function footerOf(settings: SiteSettings): Child {
  const footer = footers.get(settings) ?? raw(String(<Footer settings={settings} />))
  footers.set(settings, footer)
  return footer
}

/** A whole page: head, masthead, the page's own body, foot. */
export const Frame: FC<FrameProps> = (props) => {
  const { settings, options, path, isElder, navigation } = props
  return (
    <html lang="zh-CN" class={isElder ? 'elder' : undefined}>
      <Head settings={settings} options={options} path={path} isElder={isElder} />
      <body>
        <a class="skip" href="#main">
          跳到正文
        </a>
        <div class="page">
          <Masthead
            settings={settings}
            path={path}
            navigation={navigation}
            hasSearch={options.hasOwnSearch !== true}
            query={options.query}
          />
          <main class="main" id="main" tabindex={-1}>
            {props.children}
          </main>
          {footerOf(settings)}
        </div>
      </body>
    </html>
  )
}
