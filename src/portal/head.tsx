import { html } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { SiteSettings } from '../platform/ports.ts'
import { ICON, MANIFEST_PATH, SCRIPT, STYLE } from './assets.ts'
import { coloursPath } from './colours.ts'
import { isForReadersOnly } from './crawlers.ts'
import type { PageOptions } from './shell.ts'

export interface HeadProps {
  readonly settings: SiteSettings
  readonly options: PageOptions
  /** Path and query as they were asked for. */
  readonly path: string
  readonly isElder: boolean
}

const Meta: FC<{ name: string; content: string | null | undefined }> = ({ name, content }) =>
  content ? <meta name={name} content={content} /> : null

/** JSON inside a script element: `<` is written so that no text can end it. */
const jsonText = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** The tags of 政府网站发展指引 (annex 网页设计规范): of the site, the column, the article. What is not known is left out, never made up. */
const Tags: FC<HeadProps> = ({ settings, options }) => {
  const { column, article, description, keywords } = options
  return (
    <>
      <Meta name="SiteName" content={settings.name} />
      <Meta name="SiteDomain" content={settings.domain} />
      <Meta name="SiteIDCode" content={settings.idCode} />
      <Meta name="ColumnName" content={column?.name} />
      <Meta name="ColumnType" content={column?.type} />
      <Meta name="ColumnDescription" content={column && !article ? (description ?? column.name) : null} />
      <Meta
        name="ColumnKeywords"
        content={column && !article ? [...new Set([column.name, ...(keywords ?? [])])].join(',') : null}
      />
      <Meta name="ArticleTitle" content={article?.title} />
      <Meta name="PubDate" content={article?.published} />
      <Meta name="ContentSource" content={article?.source} />
      <Meta name="Keywords" content={article ? keywords?.join(',') : null} />
      <Meta name="Description" content={article ? description : null} />
    </>
  )
}

function titleOf({ settings, options, isElder }: HeadProps): string {
  const { column } = options
  const parts = [
    options.title,
    column && column.path !== '/' && column.name !== options.title ? column.name : null,
    isElder ? '长辈版' : null,
    settings.name,
  ]
  return [...new Set(parts.filter(Boolean))].join(' - ')
}

const FIRST = html`<meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="format-detection" content="telephone=no"/>`
const LAST = html`<script type="module" src="${SCRIPT.path}"></script>`

/** What belongs to the site and not to the page says the same until the settings change: they are read anew then. */
const links = new WeakMap<SiteSettings, Child>()

function linksOf(settings: SiteSettings): Child {
  const known = links.get(settings)
  if (known) return known
  const { colours, name } = settings
  const own = colours ? html`<link rel="stylesheet" href="${coloursPath(colours)}"/>` : ''
  const made = html`<link rel="stylesheet" href="${STYLE.path}"/>${own}<link rel="icon" href="${ICON.path}" type="image/svg+xml"/><link rel="manifest" href="${MANIFEST_PATH}"/><link rel="search" type="application/opensearchdescription+xml" title="${name}" href="/opensearch.xml"/>`
  links.set(settings, made)
  return made
}

/** The head of a page: its name, the tags that inspectors read, its style, script and feeds. */
export const Head: FC<HeadProps> = (props) => {
  const { settings, options, path } = props
  const isFault = (options.status ?? 200) !== 200
  const isCombination = isForReadersOnly(path)
  const own = options.address !== undefined && !isForReadersOnly(options.address) ? options.address : path.split('?')[0]
  return (
    <head>
      {FIRST}
      <title>{titleOf(props)}</title>
      {options.article ? null : <Meta name="description" content={options.description} />}
      <Tags {...props} />
      {isFault || isCombination ? <meta name="robots" content={isFault ? 'noindex' : 'noindex,follow'} /> : null}
      {linksOf(settings)}
      {/* Only the domain of the settings: the page is kept, and a visitor chooses the host he asks for. */}
      {settings.domain && !isFault ? <link rel="canonical" href={`https://${settings.domain}${own}`} /> : null}
      {options.feed ? (
        <link rel="alternate" type="application/atom+xml" title={options.title} href={options.feed} />
      ) : null}
      {options.formats?.map(({ href, type }) => (
        <link rel="alternate" type={type} href={href} />
      ))}
      {options.data ? (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonText(options.data) }} />
      ) : null}
      {LAST}
    </head>
  )
}
