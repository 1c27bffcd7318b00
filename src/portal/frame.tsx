import type { Child, FC } from 'hono/jsx'
import type { SiteSettings } from '../platform/ports.ts'
import { SCRIPT, STYLE } from './assets.ts'
import type { PageOptions } from './shell.ts'

export interface FrameProps {
  readonly settings: SiteSettings
  readonly options: PageOptions
  readonly path: string
  readonly isElder: boolean
  /** Scheme and host of the portal as it was asked. */
  readonly origin: string
  readonly navigation: readonly Child[]
  readonly children?: Child
}

const Meta: FC<{ name: string; content: string | null | undefined }> = ({ name, content }) =>
  content ? <meta name={name} content={content} /> : null

/** JSON inside a script element: `<` is written so that no text can end it. */
const jsonText = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c')

const Head: FC<FrameProps> = ({ settings, options, path, origin, isElder }) => {
  const { column, article } = options
  const title = [
    options.title,
    column && column.name !== options.title ? column.name : null,
    isElder ? '长辈版' : null,
    settings.name,
  ]
    .filter(Boolean)
    .join(' - ')
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <Meta name="description" content={options.description} />
      <Meta name="SiteName" content={settings.name} />
      <Meta name="SiteDomain" content={settings.domain} />
      <Meta name="SiteIDCode" content={settings.idCode} />
      <Meta name="ColumnName" content={column?.name} />
      <Meta name="ColumnType" content={column?.type} />
      <Meta name="ColumnDescription" content={column && !article ? (options.description ?? column.name) : null} />
      <Meta name="ColumnKeywords" content={column && !article ? column.name : null} />
      <Meta name="ArticleTitle" content={article?.title} />
      <Meta name="PubDate" content={article?.published} />
      <Meta name="ContentSource" content={article?.source} />
      <link rel="stylesheet" href={STYLE.path} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="search" type="application/opensearchdescription+xml" title={settings.name} href="/opensearch.xml" />
      <link rel="canonical" href={`${origin}${path.split('?')[0]}`} />
      {options.feed ? (
        <link rel="alternate" type="application/atom+xml" title={options.title} href={options.feed} />
      ) : null}
      {options.data ? (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonText(options.data) }} />
      ) : null}
      <script type="module" src={SCRIPT.path} />
    </head>
  )
}

/** The same page in the other version; the standard one is the plain address. */
const viewLink = (path: string, view: 'elder' | 'standard'): string => {
  const [place = '/', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.delete('view')
  if (view === 'elder') parameters.set('view', view)
  return parameters.size > 0 ? `${place}?${parameters}` : place
}

const Masthead: FC<FrameProps> = ({ settings, path, navigation }) => (
  <header class="masthead">
    <a class="wordmark" href="/">
      {settings.shortName ?? settings.name}
    </a>
    <nav class="sitenav elder-hide" aria-label="主导航">
      <details class="menu fold">
        <summary>菜单</summary>
        <ul>{navigation}</ul>
      </details>
    </nav>
    <a class="tool" href="/search">
      搜索
    </a>
    <a class="tool to-elder" href={viewLink(path, 'elder')}>
      长辈版
    </a>
    <button class="button button--quiet elder-only" type="button" data-read-aloud="" hidden>
      朗读本页
    </button>
    <a class="tool to-standard" href={viewLink(path, 'standard')} data-plain="">
      标准版
    </a>
  </header>
)

/** The elements that government sites carry at the foot of every page; what the settings do not say is left out. */
const Foot: FC<{ settings: SiteSettings }> = ({ settings }) => {
  const { contact } = settings
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div>
          <nav class="footer-links" aria-label="网站服务">
            {settings.idCode ? (
              <a
                href={`https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${encodeURIComponent(settings.idCode)}`}
              >
                我为政府网站找错
              </a>
            ) : null}
            <a href="/sitemap">网站地图</a>
            <a href="/help">使用帮助</a>
            <a href="/accessibility">无障碍声明</a>
            <a href="/privacy">隐私说明</a>
          </nav>
          <p>
            {[
              settings.organiser && `主办单位：${settings.organiser}`,
              settings.maintainer && `承办单位：${settings.maintainer}`,
              contact.address && `地址：${contact.address}`,
              contact.phone && `电话：${contact.phone}`,
            ]
              .filter(Boolean)
              .join('　')}
          </p>
          <p>
            {[settings.idCode && `网站标识码：${settings.idCode}`, settings.icp, settings.policeFiling]
              .filter(Boolean)
              .join('　')}
          </p>
        </div>
      </div>
    </footer>
  )
}

/** A whole page: head, masthead, the page's own body, foot. */
export const Frame: FC<FrameProps> = (props) => (
  <html lang="zh-CN" class={props.isElder ? 'elder' : undefined}>
    <Head {...props} />
    <body>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <div class="page">
        <Masthead {...props} />
        <main class="main" id="main">
          {props.children}
        </main>
        <Foot settings={props.settings} />
      </div>
    </body>
  </html>
)
