import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DataTable, NOTHING } from '../../../../portal/components/data-table/data-table.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { BeyondLast } from '../../../../portal/components/pagination/beyond-last.tsx'
import { addressOfPage, titleOfPage } from '../../../../portal/components/pagination/page-title.ts'
import { Pager } from '../../../../portal/components/pagination/pagination.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { csv } from '../../rules/csv.ts'
import { isTransfer, type TransferItem, transferItems } from '../../rules/transfers.ts'
import { type CollectedDocument, listTables } from '../../store/collection.queries.ts'
import { csvResponse } from '../answer-text.ts'
import { DocumentLink, SignedOn } from './collected-document.tsx'

const LIMIT = 100
/** Words of which the title of a transfer holds one: the record looks for them, the rule decides. */
const WORDS = ['划转', '划入', '移交', '下放', '承接', '委托', '赋权', '收回', '取消']

type Entry = TransferItem & { readonly document: CollectedDocument }

async function allItems(c: Context<AppEnv>, deps: Deps): Promise<readonly Entry[]> {
  const tables = await deps.database.read(c.get('site').id, (tx) => listTables(tx, c.get('visitor'), 'list', WORDS))
  return tables.flatMap(({ document, table }) =>
    isTransfer(document.title) ? transferItems(table).map((item) => ({ ...item, document })) : [],
  )
}

/** Only columns that some list fills: an empty column tells nothing. */
const columnsOf = (items: readonly Entry[]) =>
  (
    [
      ['kind', '类型'],
      ['from', '划出'],
      ['to', '划入'],
    ] as const
  ).filter(([name]) => items.some((item) => item[name] !== null))

const Items: FC<{ items: readonly Entry[]; csvHref: string }> = ({ items, csvHref }) => {
  const columns = columnsOf(items)
  return (
    <DataTable
      id="transfers"
      caption="划转的事项，新的在前"
      narrow="cards"
      csvHref={csvHref}
      columns={[
        { label: '事项' },
        ...columns.map(([, label]) => ({ label })),
        { label: '成文日期' },
        { label: '文件' },
      ]}
      rows={items.map((item) => [
        item.name,
        ...columns.map(([name]) => item[name] ?? NOTHING),
        <SignedOn document={item.document} />,
        <DocumentLink document={item.document} />,
      ])}
    />
  )
}

const Filter: FC<{ word: string }> = ({ word }) => (
  <form class="filters" action="/transfers" method="get" aria-label="筛选事项">
    <p class="field">
      <label for="word">事项中的字</label>
      <input id="word" name="q" type="search" value={word} />
    </p>
    <button class="button button--quiet" type="submit">
      筛选
    </button>
  </form>
)

/** What a name must hold. */
const wordOf = (c: Context<AppEnv>): string => (c.req.query('q') ?? '').trim().slice(0, 40)

/** `/transfers`: administrative powers that changed hands, item by item. */
export async function transfersPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const word = wordOf(c)
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const all = await allItems(c, deps)
  const found = all.filter(({ name }) => name.includes(word))
  const query = word ? `q=${encodeURIComponent(word)}` : ''
  const count = new Set(all.map(({ document }) => document.id)).size
  return shell.page(
    c,
    {
      title: titleOfPage('权力事项划转', offset, LIMIT),
      description: '行政权力事项在部门之间划转、下放、承接的清单，逐项可查。',
      column: { name: '权力事项划转', type: '政策文件', path: '/transfers' },
      keywords: ['权责清单', '行政权力', '划转'],
      tags: ['documents'],
      ...(word === '' ? { address: addressOfPage('/transfers', offset) } : {}),
    },
    <>
      <Crumbs steps={[{ text: '按类查找', href: '/browse' }]} />
      <h1 class="page-title">权力事项划转</h1>
      <p class="page-lead">
        来自{count}件文件的清单，共{all.length}项。想知道一件事现在归谁办，在下面写几个字。
        {all.some(({ to }) => to === null) ? '清单里没有写划给谁的，点文号看文件。' : null}
      </p>
      {all.length > 0 ? <Filter word={word} /> : null}
      {all.length === 0 ? <Empty text="文件库里还没有划转清单。" href="/documents" link="看全部文件" /> : null}
      {all.length > 0 && found.length === 0 ? (
        <Empty text={`没有名称里带“${word}”的事项。`} href="/transfers" link="看全部事项" />
      ) : null}
      {found.length > 0 && offset >= found.length ? (
        <BeyondLast href={`/transfers${query ? `?${query}` : ''}`} />
      ) : found.length > 0 ? (
        <Items items={found.slice(offset, offset + LIMIT)} csvHref={`/transfers.csv${query ? `?${query}` : ''}`} />
      ) : null}
      <Pager
        total={found.length}
        limit={LIMIT}
        offset={offset}
        href={(next) =>
          query ? `/transfers?${query}${next > 0 ? `&offset=${next}` : ''}` : addressOfPage('/transfers', next)
        }
      />
    </>,
  )
}

/** `/transfers.csv`: the same items for spreadsheets. */
export async function transfersCsv(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const word = wordOf(c)
  const items = (await allItems(c, deps)).filter(({ name }) => name.includes(word))
  const rows = items.map(({ no, name, kind, from, to, document }) => [
    no ?? '',
    name,
    kind ?? '',
    from ?? '',
    to ?? '',
    document.signedOn ?? '',
    document.docNumber ?? '',
    document.title,
  ])
  return csvResponse(c, '权力事项划转', csv(['序号', '事项', '类型', '划出', '划入', '成文日期', '文号', '文件'], rows))
}
