import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../../portal/components/list-head/list-head.tsx'
import { PlainList } from '../../../../portal/components/plain-list/plain-list.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { DocumentCounts } from '../../contract.ts'
import type { CountDocuments } from '../../store/list.queries.ts'
import { COLLECTIONS } from '../collections.ts'
import { choicesOf, FILTER_LABELS, type FilterName, filterText, listAddress } from './list-query.ts'

const WAYS: readonly FilterName[] = ['topic', 'kind', 'year', 'issuer', 'validity']
const ALL = { given: {}, sort: 'date' } as const

/** Lines of a way that stand open where there are many more: a city has hundreds of issuers. */
const MOST_OPEN = 24
const MANY = 36

const Way: FC<{ name: FilterName; counts: DocumentCounts }> = ({ name, counts }) => {
  const lines = choicesOf(counts, name).map(({ value, count }) => ({
    text: filterText(name, value),
    href: listAddress(ALL, { [name]: value }),
    aside: `${count.toLocaleString('zh-CN')}件`,
  }))
  const open = lines.length > MANY ? lines.slice(0, MOST_OPEN) : lines
  const rest = lines.slice(open.length)
  return (
    <section class="browse-part" aria-labelledby={`by-${name}`}>
      <ListHead id={`by-${name}`} title={`按${FILTER_LABELS[name]}`} />
      {lines.length === 0 ? <Empty text="还没有可以这样查的文件。" /> : null}
      <PlainList items={open} />
      {rest.length > 0 ? (
        <details class="fold">
          <summary>还有{rest.length.toLocaleString('zh-CN')}行</summary>
          <PlainList items={rest} />
        </details>
      ) : null}
    </section>
  )
}

/** `/browse`: every way into the library with its counts, and the lists that are made of documents. */
export async function browsePage(
  c: Context<AppEnv>,
  deps: Deps,
  shell: Shell,
  count: CountDocuments,
): Promise<Response> {
  const visit = { siteId: c.get('site').id, visitor: c.get('visitor'), today: deps.clock.today() }
  const counts = await deps.database.read(visit.siteId, (tx) =>
    // All values: the lines of each way add up to all documents.
    count(tx, visit, {}, Number.POSITIVE_INFINITY),
  )
  return shell.page(
    c,
    {
      title: '按类查找',
      description: '按主题、类别、年份、发文机关和状态查找政策文件；统计、任免、批复、权力划转和引用各成一表。',
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      tags: ['documents'],
    },
    <>
      <Crumbs steps={[{ text: '文件', href: '/documents' }]} />
      <h1 class="page-title">按类查找</h1>
      <p class="page-lead">
        <a href="/documents">全部{counts.total.toLocaleString('zh-CN')}件文件</a>
        ，按主题、类别、年份、发文机关和状态各分了一遍，从下面任何一条路都能走到。
        {Object.values(counts.unstated).some((count) => count > 0) ? '文件里读不出的，归在“未注明”。' : null}
      </p>
      <nav class="browse" aria-label="按类查找">
        {WAYS.map((name) => (
          <Way name={name} counts={counts} />
        ))}
        <section class="browse-part" aria-labelledby="collections">
          <ListHead id="collections" title="从文件里集成的表" />
          <PlainList items={COLLECTIONS.map(({ title, path }) => ({ text: title, href: path }))} />
        </section>
      </nav>
    </>,
  )
}
