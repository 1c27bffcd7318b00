import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import type { CutWords } from '../../../../portal/components/by-sense/sense-pieces.ts'
import { DateRange } from '../../../../portal/components/date-range/date-range.tsx'
import { DocumentItem } from '../../../../portal/components/document-item/document-item.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import {
  ChosenFilters,
  type FilterGroup,
  FilterLinks,
} from '../../../../portal/components/filter-links/filter-links.tsx'
import { HitsHead } from '../../../../portal/components/hits-head/hits-head.tsx'
import { NoticeBanner } from '../../../../portal/components/notice-banner/notice-banner.tsx'
import { Pager } from '../../../../portal/components/pagination/pagination.tsx'
import { drawnOnce } from '../../../../portal/drawn-once.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { DocumentCounts, DocumentEntry } from '../../contract.ts'
import { keepNewestDocuments, keepShelves, listEntries } from '../../store/list.queries.ts'
import {
  choicesOf,
  FILTER_LABELS,
  FILTERS,
  type FilterName,
  filterLabel,
  filterText,
  filterTitle,
  type ListQuery,
  listAddress,
  readListQuery,
  UNSTATED,
} from './list-query.ts'

const LIMIT = 20

/** The documents of a page of the list, and what there is besides. */
type Listed = DocumentCounts & { readonly items: readonly DocumentEntry[] }

/** Choices of a group that stand beside the list; all of them are on the page 按类查找. */
const MOST_CHOICES = 12

function groupOf(name: FilterName, list: DocumentCounts, query: ListQuery): FilterGroup {
  const chosen = query.given[name]
  return {
    label: FILTER_LABELS[name],
    clearHref: chosen ? listAddress(query, { [name]: null }) : null,
    choices: choicesOf(list, name)
      .filter(({ value }, index) => index < MOST_CHOICES || value === chosen || value === UNSTATED)
      .map(({ value, count }) => ({
        text: filterText(name, value),
        count,
        href: listAddress(query, { [name]: value }),
        isChosen: chosen === value,
      })),
  }
}

interface FiltersProps {
  readonly list: DocumentCounts
  readonly query: ListQuery
}

const AllFilters: FC<FiltersProps> = ({ list, query }) => {
  const { from, to, ...kept } = query.given
  return (
    <FilterLinks summary={`筛选：共${list.total}件`} groups={FILTERS.map((name) => groupOf(name, list, query))}>
      <DateRange action="/documents" legend="成文日期" from={from ?? null} to={to ?? null} kept={kept} />
      <p class="facets-more">
        <a href="/browse">按类查找</a>
      </p>
    </FilterLinks>
  )
}

/** Some ten kilobytes each: the pages of a list stand under the same filters. */
const MOST_FILTERS = 100

const Filters = drawnOnce<FiltersProps>(
  AllFilters,
  ({ list: { total, facets, unstated }, query: { given, sort } }) =>
    JSON.stringify([total, facets, unstated, given, sort]),
  MOST_FILTERS,
)

const chosenOf = (query: ListQuery) =>
  [...FILTERS, 'from', 'to'].flatMap((name) => {
    const value = query.given[name]
    if (!value) return []
    return [
      { label: filterLabel(name), text: filterText(name, value), removeHref: listAddress(query, { [name]: null }) },
    ]
  })

/** From a page of the list that shows nothing. */
const wayOn = (list: Listed, query: ListQuery) =>
  list.total > 0
    ? { href: listAddress(query), link: '回到第一页' }
    : Object.keys(query.given).length > 0
      ? { href: '/documents', link: '去掉所有条件' }
      : {}

const Hits: FC<{ list: Listed; query: ListQuery; cut: CutWords }> = ({ list, query, cut }) => (
  <section aria-labelledby="hits">
    <HitsHead
      id="hits"
      total={list.total}
      orders={[
        { text: '新的在前', href: listAddress({ ...query, sort: 'date' }), isChosen: query.sort === 'date' },
        { text: '按标题', href: listAddress({ ...query, sort: 'title' }), isChosen: query.sort === 'title' },
      ]}
    />
    <ChosenFilters chosen={chosenOf(query)} clearHref="/documents" />
    {list.items.length === 0 ? (
      <Empty
        text={
          list.total > 0
            ? '这一页没有内容，前面的页里才有。'
            : Object.keys(query.given).length > 0
              ? '没有符合这些条件的文件。'
              : '还没有收录文件。'
        }
        {...wayOn(list, query)}
      />
    ) : null}
    <ul>
      {list.items.map((document) => (
        <DocumentItem document={document} cut={cut} />
      ))}
    </ul>
    <Pager
      total={list.total}
      limit={LIMIT}
      offset={query.offset}
      href={(next) => listAddress(query, next === 0 ? {} : { offset: String(next) })}
    />
  </section>
)

/** What the list holds, as its title says it: 通知 · 2024年. */
function titleOf({ given, offset }: ListQuery): string {
  const chosen = FILTERS.flatMap((name) => (given[name] ? [filterTitle(name, given[name])] : []))
  const page = offset > 0 ? [`第${Math.floor(offset / LIMIT) + 1}页`] : []
  return [...(chosen.length > 0 ? chosen : ['政策文件']), ...page].join(' · ')
}

/** What reads the list for its pages, and keeps what most of them ask. */
export const listReader = () => ({ count: keepShelves(), newest: keepNewestDocuments(LIMIT) })
type ListReader = ReturnType<typeof listReader>

/** `/documents`: all documents, with filters that are links and a range of days. */
export async function listPage(c: Context<AppEnv>, deps: Deps, shell: Shell, read: ListReader): Promise<Response> {
  const query = readListQuery(c.req.query())
  const { filter, sort, offset, given } = query
  const [visitor, today] = [c.get('visitor'), deps.clock.today()]
  const { id: siteId } = c.get('site')
  const visit = { siteId, visitor, today }
  const isPlain = Object.keys(filter).length === 0 && offset === 0 && sort === 'date'
  const list = await deps.database.read(siteId, async (tx) => ({
    items: isPlain
      ? await read.newest(tx, visit)
      : await listEntries(tx, visitor, filter, { limit: LIMIT, offset, sort }, today),
    ...(await read.count(tx, visit, filter)),
  }))
  const chosen = FILTERS.flatMap((name) => (given[name] ? [filterTitle(name, given[name])] : []))
  return shell.page(
    c,
    {
      title: titleOf(query),
      description: `政策文件${chosen.length > 0 ? `（${chosen.join('，')}）` : ''}：按发文机关、类别、主题、年份和状态查找。`,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      keywords: ['政策文件', ...chosen],
      tags: ['documents'],
      feed: feedOf(given),
      address: listAddress(query, offset > 0 ? { offset: String(offset) } : {}),
    },
    <>
      <Crumbs steps={chosen.length > 0 ? [{ text: '文件', href: '/documents' }] : []} />
      <h1 class="page-title">{chosen.length > 0 ? chosen.join('　') : '政策文件'}</h1>
      {query.refused.length > 0 ? (
        <NoticeBanner
          kind="notice"
          text={`看不懂这些条件，没有采用：${query.refused.join('、')}。日期写作2024-03-15或者20240315，年份写作2024。`}
        />
      ) : null}
      <div class="results">
        <Filters list={list} query={query} />
        <Hits list={list} query={query} cut={deps.words.cut} />
      </div>
    </>,
  )
}

/** The feed nearest to what the list shows. */
function feedOf({ kind, issuer }: Readonly<Record<string, string>>): string {
  if (kind && kind !== UNSTATED) return `/feed.xml?kind=${encodeURIComponent(kind)}`
  return issuer && issuer !== UNSTATED ? `/feed.xml?issuer=${encodeURIComponent(issuer)}` : '/feed.xml'
}
