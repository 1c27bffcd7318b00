/** One page of each kind that the portal has: the journeys look at all of them. A new kind of page is one line here. */
export interface PageKind {
  readonly name: string
  /** Its address, or how it is found: the first link on a page that fits, and what stands below it. */
  readonly path: string | { readonly on: string; readonly link: RegExp; readonly below?: string }
  /** Answers with something else than 200. */
  readonly status?: number
}

export const PAGE_KINDS: readonly PageKind[] = [
  { name: 'home', path: '/' },
  { name: 'documents', path: '/documents' },
  { name: 'documents of a year', path: '/documents?year=2025&sort=title' },
  { name: 'documents, none', path: '/documents?year=1950' },
  { name: 'documents by kind and topic', path: '/browse' },
  { name: 'a document with tasks', path: { on: '/search?q=老年人助餐服务工作方案', link: /^\/documents\/[\d-]+/ } },
  { name: 'a document that was amended', path: { on: '/search?q=停车管理办法', link: /^\/documents\/[\d-]+/ } },
  { name: 'a regulation in articles', path: { on: '/search?q=养犬管理办法的通知', link: /^\/documents\/[\d-]+/ } },
  { name: 'a document of two issuers', path: { on: '/units/civil-affairs', link: /^\/documents\/[\d-]+/ } },
  {
    name: 'history of a document',
    path: { on: '/search?q=停车管理办法', link: /^\/documents\/[\d-]+/, below: '/history' },
  },
  {
    name: 'citations of a document',
    path: { on: '/search?q=停车管理办法', link: /^\/documents\/[\d-]+/, below: '/citations' },
  },
  { name: 'gazettes', path: '/gazettes' },
  { name: 'an issue', path: '/gazettes/2024-1' },
  { name: 'an issue as a book', path: '/gazettes/2024-1/read' },
  { name: 'tasks', path: '/tasks' },
  { name: 'appointments', path: '/appointments' },
  { name: 'approvals', path: '/approvals' },
  { name: 'power transfers', path: '/transfers' },
  { name: 'cited but missing', path: '/citations/missing' },
  { name: 'statistics', path: '/statistics' },
  { name: 'units', path: '/units' },
  { name: 'a unit', path: '/units/civil-affairs' },
  { name: 'results', path: '/search?q=供热' },
  { name: 'results, none', path: '/search?q=没有这样的词呀' },
  { name: 'search without a query', path: '/search' },
  { name: 'help', path: '/help' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'map of the site', path: '/sitemap' },
  { name: 'not found', path: '/nothing', status: 404 },
  { name: 'an address that cannot be read', path: '/search?q=%E0%A4%A', status: 400 },
]
