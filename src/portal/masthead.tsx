import type { Child, FC } from 'hono/jsx'
import type { SiteSettings } from '../platform/ports.ts'
import { SearchBox } from './components/search-box/search-box.tsx'

export interface MastheadProps {
  readonly settings: SiteSettings
  readonly path: string
  readonly navigation: readonly Child[]
  /** False where the page's own search box is what it is about. */
  readonly hasSearch: boolean
  /** What was searched for. */
  readonly query?: string | undefined
}

/** The same page in the other version; the standard one is the plain address. */
function viewLink(path: string, view: 'elder' | 'standard'): string {
  const [place = '/', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.delete('view')
  if (view === 'elder') parameters.set('view', view)
  return parameters.size > 0 ? `${place}?${parameters}` : place
}

/** The strip above every page: name, columns, search, the elder version. */
export const Masthead: FC<MastheadProps> = ({ settings, path, navigation, hasSearch, query }) => (
  <header class="masthead">
    {/* On the first page the heading says the short name: the strip says whose it is. */}
    <a class="wordmark" href="/">
      {path.split('?')[0] === '/' ? settings.name : (settings.shortName ?? settings.name)}
    </a>
    {navigation.length > 0 ? (
      <nav class="sitenav elder-hide" aria-label="主导航">
        <details class="menu fold">
          <summary>菜单</summary>
          <ul>{navigation}</ul>
        </details>
      </nav>
    ) : null}
    {hasSearch ? (
      <>
        <div class="masthead-search">
          <SearchBox id="site-search" label="搜索全站" value={query} isLabelHidden />
        </div>
        <a class="tool to-search" href="/search">
          搜索
        </a>
      </>
    ) : null}
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
