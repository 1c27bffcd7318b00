import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../platform/http/env.ts'
import type { SlotName, SlotProps } from './slots.ts'

/** What a page says of itself: its head, its place, and what it shows (for the cache). */
export interface PageOptions {
  readonly title: string
  readonly description?: string
  /** The column of the portal that the page stands in (栏目). */
  readonly column?: { readonly name: string; readonly type: string; readonly path: string }
  /** Path and query under which the page is to be found, where its path alone shows something else: a list of one kind, its second page. */
  readonly address?: string
  /** Meta tags of an article (政府网站发展指引): set for documents. */
  readonly article?: { readonly title: string; readonly published: string | null; readonly source: string | null }
  readonly status?: 200 | 400 | 404 | 405 | 410 | 413 | 429 | 500
  /** Things whose change renews the page; none: the page is made anew for every request. */
  readonly tags?: readonly string[]
  /** Feeds of what the page lists. */
  readonly feed?: string
  /** JSON-LD of what the page shows. */
  readonly data?: unknown
  /** What was typed into the search box. */
  readonly query?: string
  /** Words by which the page is found (Keywords, ColumnKeywords). */
  readonly keywords?: readonly string[]
  /** The page shows a search box itself: the masthead shows none. */
  readonly hasOwnSearch?: boolean
  /** The same content in other forms, for machines. */
  readonly formats?: readonly { readonly href: string; readonly type: string }[]
}

export interface FilePage {
  readonly html: string
  /** Things whose change renews the file; none: it is made anew for every request. */
  readonly tags?: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

/** The frame of all public pages, made once by compose. */
export interface Shell {
  page(c: Context<AppEnv>, options: PageOptions, body: Child): Promise<Response>
  /** A whole page without the frame, to be kept as a file: in the cache as other pages are. */
  file(c: Context<AppEnv>, page: FilePage): Response
  /** What capabilities put into a slot, in their order; a fill that fails is left out and logged. */
  slot<Name extends SlotName>(name: Name, props: SlotProps[Name]): Promise<readonly Child[]>
  /** Cache tags of what stands in a slot: a page that offers slots adds them to its own. */
  slotTags<Name extends SlotName>(name: Name, props: SlotProps[Name]): readonly string[]
}
