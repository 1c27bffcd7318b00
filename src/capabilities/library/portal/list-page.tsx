import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { isDay } from '../../../kernel/day.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import type { Shell } from '../../../portal/shell.ts'
import { Crumbs, Empty, Pager, VALIDITY_WORDS } from '../../../portal/words.tsx'
import type { DocumentFilter, DocumentList, FacetCount, ValidityState } from '../contract.ts'
import { listDocuments } from '../store/summary.queries.ts'
import { DocumentEntry } from './document-list.tsx'

const LIMIT = 20
const NAMES = ['issuer', 'kind', 'topic', 'year', 'validity'] as const
type Name = (typeof NAMES)[number]
const LABELS: Readonly<Record<Name, string>> = {
  issuer: '发文机关',
  kind: '类别',
  topic: '主题',
  year: '年份',
  validity: '状态',
}

/** What the address asks for; what makes no sense in it is left out. */
function filterOf(c: Context<AppEnv>): {
  filter: DocumentFilter
  offset: number
  given: Readonly<Record<string, string>>
} {
  const query = c.req.query()
  const given = Object.fromEntries(
    Object.entries(query).filter(
      ([name, value]) => value !== '' && (NAMES.includes(name as Name) || name === 'from' || name === 'to'),
    ),
  )
  const year = Number(given.year)
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(query.offset)) || 0))
  return {
    offset,
    given,
    filter: {
      ...(given.issuer ? { issuer: given.issuer } : {}),
      ...(given.kind ? { kind: given.kind } : {}),
      ...(given.topic ? { topic: given.topic } : {}),
      ...(Number.isInteger(year) && year > 1900 && year < 2200 ? { year } : {}),
      ...(given.validity && given.validity in VALIDITY_WORDS ? { validity: given.validity as ValidityState } : {}),
      ...(given.from && isDay(given.from) ? { from: given.from } : {}),
      ...(given.to && isDay(given.to) ? { to: given.to } : {}),
    },
  }
}

const link = (given: Readonly<Record<string, string>>, change: Readonly<Record<string, string | null>>): string => {
  const parameters = new URLSearchParams(given)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) parameters.delete(name)
    else parameters.set(name, value)
  }
  const query = parameters.toString()
  return query ? `/documents?${query}` : '/documents'
}

const Facet: FC<{ name: Name; counts: readonly FacetCount[]; given: Readonly<Record<string, string>> }> = ({
  name,
  counts,
  given,
}) => {
  if (counts.length === 0) return null
  return (
    <>
      <h3>{LABELS[name]}</h3>
      <ul>
        {given[name] ? (
          <li>
            <a href={link(given, { [name]: null })}>
              <span>全部{LABELS[name]}</span>
            </a>
          </li>
        ) : null}
        {counts.slice(0, 12).map(({ value, count }) => (
          <li>
            <a href={link(given, { [name]: value })} aria-current={given[name] === value ? 'true' : undefined}>
              <span>{name === 'validity' ? VALIDITY_WORDS[value] : value}</span>
              <span class="count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const Facets: FC<{ list: DocumentList; given: Readonly<Record<string, string>> }> = ({ list, given }) => (
  <aside class="facets" aria-label="筛选">
    <details class="fold">
      <summary>筛选：{list.total}件</summary>
      {NAMES.map((name) => (
        <Facet name={name} counts={list.facets[name]} given={given} />
      ))}
      <h3>成文日期</h3>
      <form class="filters" action="/documents" method="get" aria-label="按日期筛选">
        {Object.entries(given)
          .filter(([name]) => name !== 'from' && name !== 'to')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <p class="field">
          <label for="from">从</label>
          <input id="from" name="from" type="date" value={given.from} />
        </p>
        <p class="field">
          <label for="to">到</label>
          <input id="to" name="to" type="date" value={given.to} />
        </p>
        <button class="button button--quiet" type="submit">
          筛选
        </button>
      </form>
    </details>
  </aside>
)

/** `/documents`: all documents, with filters that are links and a range of days. */
export async function listPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const { filter, offset, given } = filterOf(c)
  const list = await deps.database.read(c.get('site').id, (tx) =>
    listDocuments(tx, c.get('visitor'), filter, { limit: LIMIT, offset, sort: 'date' }, deps.clock.today()),
  )
  const description = '政策文件：按发文机关、类别、主题、年份和状态查找。'
  return shell.page(
    c,
    {
      title: [
        '文件',
        ...NAMES.flatMap((name) =>
          given[name] ? [name === 'validity' ? (VALIDITY_WORDS[given[name]] ?? given[name]) : given[name]] : [],
        ),
        offset > 0 ? `第${Math.floor(offset / LIMIT) + 1}页` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      description,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      tags: ['documents'],
      feed: given.kind ? `/feed.xml?kind=${encodeURIComponent(given.kind)}` : '/feed.xml',
    },
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">文件</h1>
      <div class="results">
        <Facets list={list} given={given} />
        <section aria-labelledby="hits">
          <div class="hits-head">
            <h2 id="hits">共{list.total}件</h2>
          </div>
          {list.items.length === 0 ? (
            <Empty text="没有符合这些条件的文件。" href="/documents" link="去掉所有条件" />
          ) : null}
          <ul>
            {list.items.map((document) => (
              <DocumentEntry document={document} />
            ))}
          </ul>
          <Pager
            total={list.total}
            limit={LIMIT}
            offset={offset}
            href={(next) => link(given, { offset: String(next) })}
          />
        </section>
      </div>
    </>,
  )
}
