import { Hono } from 'hono'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { VALIDITY_WORDS } from '../../../portal/components/validity-mark/validity-mark.tsx'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { listUnits } from '../../units/public.ts'
import { type SearchProjection, searchDocuments } from '../actions/search-documents.ts'
import { type SearchAnswer, searchParameters } from '../contract.ts'
import { ResultsPage, type UnitToAsk } from './results-page.tsx'
import { searchTitle } from './search-address.ts'

/** The unit that issued the best hit, if it is one that still exists. */
async function unitToAsk({ database, clock }: Deps, siteId: string, answer: SearchAnswer): Promise<UnitToAsk | null> {
  const issuer = answer.items[0]?.issuer
  if (!issuer) return null
  const units = await database.read(siteId, (tx) => listUnits(tx, siteId, clock.today()))
  return units.find(({ names }) => names.some(({ name }) => name === issuer)) ?? null
}

/** Parameters as people read them; programs are told their names (`/api/v1/search`). */
const WORDS: Readonly<Record<string, string>> = {
  year: '年份',
  kind: '类别',
  topic: '主题',
  issuer: '发文机关',
  validity: '状态',
  sort: '排序',
  offset: '页码',
  limit: '每页的件数',
}

/** Why an address cannot be read, for who only followed a link. */
function refusalOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const query = issues.find(({ path }) => path[0] === 'q')
  if (query) return query.message
  const names = new Set(issues.map(({ path }) => WORDS[String(path[0])] ?? '条件'))
  return `地址里的${[...names].join('、')}看不懂，或者超出了范围。请在下面重新查一查。`
}

/** `/search`: what was understood, the hits with their passages, filters as links. */
export function searchPages(deps: Deps, shell: Shell, projection: () => Promise<SearchProjection>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/search', allow('anyone'), async (c) => {
    const read = searchParameters.safeParse(
      Object.fromEntries(Object.entries(c.req.query()).filter(([name, value]) => value !== '' && name !== 'view')),
    )
    if (!read.success) return errorPage(c, shell, 400, { lead: refusalOf(read.error.issues) })
    const { data: parameters } = read
    const { id: siteId } = c.get('site')
    const answer = await searchDocuments(deps, await projection(), siteId, parameters)
    const [settings, unit] = await Promise.all([deps.settings(siteId), unitToAsk(deps, siteId, answer)])
    return shell.page(
      c,
      {
        title: searchTitle(parameters, VALIDITY_WORDS),
        description: '在政策文件和政府公报的全文里查找，每一条都注明出自哪份文件、现在还算不算数。',
        column: { name: '搜索', type: '政策文件', path: '/search' },
        keywords: ['政策文件', '政府公报'],
        query: parameters.q,
        hasOwnSearch: true,
      },
      <ResultsPage answer={answer} parameters={parameters} settings={settings} unitToAsk={unit} cut={deps.words.cut} />,
    )
  })
  return app
}
