import type { Context } from 'hono'
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
import { citedButMissing } from '../../store/relation.queries.ts'
import { csvResponse } from '../answer-text.ts'

const LIMIT = 50

/** Documents that are named beside what they cite: the page is about what is cited. The CSV names more of them. */
const MOST_NAMED = 3
const LONGEST_TITLE = 24
const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title

/** `/citations/missing`: what the library's documents cite and the library lacks, the most cited first. */
export async function missingPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const { total, items } = await deps.database.read(c.get('site').id, (tx) =>
    citedButMissing(tx, c.get('visitor'), { limit: LIMIT, offset }),
  )
  return shell.page(
    c,
    {
      title: titleOfPage('被引用而未收录的文件', offset, LIMIT),
      description: '文件库里的文件提到、但文件库还没有收录的法规和文件，以及各被提到几次。',
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      tags: ['documents'],
      address: addressOfPage('/citations/missing', offset),
    },
    <>
      <Crumbs steps={[{ text: '按类查找', href: '/browse' }]} />
      <h1 class="page-title">被引用而未收录的文件</h1>
      <p class="page-lead">
        共{total.toLocaleString('zh-CN')}
        件，被提到最多的在前。多数是上级的法规和文件，可以到发布机关的网站查看。名称和文号照文件里的写法列出，点文号看是哪一份文件提到它。
      </p>
      {items.length === 0 && total > 0 ? (
        <BeyondLast href="/citations/missing" />
      ) : items.length === 0 ? (
        <Empty text="文件里提到的文件，文件库都有。" href="/documents" link="看全部文件" />
      ) : (
        <DataTable
          id="missing"
          caption="文件，提到它的多的在前"
          narrow="cards"
          csvHref="/citations/missing.csv"
          columns={[
            { label: '文件' },
            { label: '文号' },
            { label: '被提到', isNumber: true },
            { label: '提到它的文件' },
          ]}
          rows={items.map(({ title, docNumber, count, citedBy }) => [
            `《${title}》`,
            docNumber ? <span class="number">{docNumber}</span> : NOTHING,
            `${count}次`,
            <>
              {citedBy.slice(0, MOST_NAMED).map((document, index) => (
                <>
                  {index > 0 ? '、' : null}
                  <a href={`${document.url}/citations`}>{document.docNumber ?? shortened(document.title)}</a>
                </>
              ))}
              {count > Math.min(citedBy.length, MOST_NAMED) ? '等' : null}
            </>,
          ])}
        />
      )}
      <Pager total={total} limit={LIMIT} offset={offset} href={(next) => addressOfPage('/citations/missing', next)} />
    </>,
  )
}

/** `/citations/missing.csv`: the same list for spreadsheets. */
export async function missingCsv(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const { items } = await deps.database.read(c.get('site').id, (tx) =>
    citedButMissing(tx, c.get('visitor'), { limit: 10_000, offset: 0 }),
  )
  const rows = items.map(({ title, docNumber, count, citedBy }) => [
    title,
    docNumber ?? '',
    String(count),
    citedBy.map((document) => document.docNumber ?? document.title).join('、') + (count > citedBy.length ? '等' : ''),
  ])
  return csvResponse(c, '被引用而未收录的文件', csv(['文件', '文号', '被提到次数', '提到它的文件'], rows))
}
