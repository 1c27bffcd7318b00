import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { Empty, Pager, SearchBox, Title, VALIDITY_WORDS, ValidityMark } from '../../../portal/words.tsx'
import type { SearchProjection } from '../actions/search-documents.ts'
import { searchDocuments } from '../actions/search-documents.ts'
import { type SearchAnswer, type SearchHit, type SearchParameters, searchParameters } from '../contract.ts'

const FACETS = [
  ['kind', '类别'],
  ['validity', '状态'],
  ['year', '年份'],
  ['issuer', '发文机关'],
  ['topic', '主题'],
] as const

const link = (parameters: SearchParameters, change: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...parameters, offset: undefined, limit: undefined, ...change })) {
    if (value !== null && value !== undefined && value !== '' && !(name === 'sort' && value === 'relevance'))
      query.set(name, String(value))
  }
  return `/search?${query}`
}

const Facets: FC<{ answer: SearchAnswer; parameters: SearchParameters }> = ({ answer, parameters }) => (
  <aside class="facets" aria-label="筛选">
    <details class="fold">
      <summary>筛选：{answer.total}件</summary>
      {FACETS.map(([name, label]) =>
        answer.facets[name].length === 0 ? null : (
          <>
            <h3>{label}</h3>
            <ul>
              {parameters[name] === undefined ? null : (
                <li>
                  <a href={link(parameters, { [name]: null })}>
                    <span>全部{label}</span>
                  </a>
                </li>
              )}
              {answer.facets[name].slice(0, 10).map(({ value, count }) => (
                <li>
                  <a
                    href={link(parameters, { [name]: value })}
                    aria-current={String(parameters[name]) === value ? 'true' : undefined}
                  >
                    <span>{name === 'validity' ? VALIDITY_WORDS[value] : value}</span>
                    <span class="count">{count}</span>
                  </a>
                </li>
              ))}
            </ul>
          </>
        ),
      )}
    </details>
  </aside>
)

const Hit: FC<{ hit: SearchHit }> = ({ hit }) => (
  <li class="hit">
    <h3 class="entry-title by-sense">
      <a href={hit.url}>
        <Title text={hit.title} />
      </a>
    </h3>
    <p class="passage">{raw(hit.snippet)}</p>
    <p class="meta">
      {hit.docNumber ? <span class="number">{hit.docNumber}</span> : null}
      {hit.signedOn ? <time datetime={hit.signedOn}>{hit.signedOn}</time> : null}
      {hit.issuer ? <span>{hit.issuer}</span> : null}
      <ValidityMark state={hit.validity} />
    </p>
  </li>
)

const Understood: FC<{ answer: SearchAnswer }> = ({ answer }) => {
  if (answer.query.as === 'pinyin') return <p class="understood">按拼音查找“{answer.query.text}”。</p>
  if (answer.query.as === 'docNumber') return <p class="understood">按文号查找。</p>
  return null
}

/** `/search`: what was understood, the hits with their passages, filters as links. */
export function searchPages(deps: Deps, shell: Shell, projection: () => Promise<SearchProjection>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/search', allow('anyone'), async (c) => {
    const read = searchParameters.safeParse(
      Object.fromEntries(Object.entries(c.req.query()).filter(([name, value]) => value !== '' && name !== 'view')),
    )
    if (!read.success)
      return errorPage(c, shell, 400, { lead: read.error.issues.map(({ message }) => message).join(' ') })
    const { data: parameters } = read
    const answer = await searchDocuments(deps, await projection(), c.get('site').id, parameters)
    const { q } = parameters
    return shell.page(
      c,
      {
        title: q ? `“${q}”的查询结果` : '查政策',
        description: '在政策文件和政府公报的全文里查找。',
        column: { name: '搜索', type: '政策文件', path: '/search' },
      },
      <>
        <div class="results-head">
          <h1 class={q ? 'hidden-text' : 'page-title'}>{q ? `“${q}”的查询结果` : '查政策'}</h1>
          <SearchBox label="查询" value={q} isLabelHidden />
          <Understood answer={answer} />
        </div>
        <div class="results">
          <Facets answer={answer} parameters={parameters} />
          <section aria-labelledby="hits">
            <div class="hits-head">
              <h2 id="hits">共{answer.total}件</h2>
              <nav class="sort" aria-label="排序">
                <a
                  href={link(parameters, { sort: null })}
                  aria-current={parameters.sort === 'relevance' ? 'true' : undefined}
                >
                  最相关
                </a>
                <a
                  href={link(parameters, { sort: 'date' })}
                  aria-current={parameters.sort === 'date' ? 'true' : undefined}
                >
                  最新
                </a>
              </nav>
            </div>
            {answer.items.length === 0 ? (
              <Empty text="没有查到。可以少写几个字，或者换一个说法；" href="/units" link="也可以直接问有关部门" />
            ) : null}
            <ol>
              {answer.items.map((hit) => (
                <Hit hit={hit} />
              ))}
            </ol>
            <Pager
              total={answer.total}
              limit={parameters.limit}
              offset={parameters.offset}
              href={(offset) => `${link(parameters, {})}&offset=${offset}`}
            />
          </section>
        </div>
      </>,
    )
  })
  return app
}
