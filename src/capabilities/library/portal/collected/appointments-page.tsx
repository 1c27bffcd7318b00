import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DataTable } from '../../../../portal/components/data-table/data-table.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { BeyondLast } from '../../../../portal/components/pagination/beyond-last.tsx'
import { addressOfPage, titleOfPage } from '../../../../portal/components/pagination/page-title.ts'
import { Pager } from '../../../../portal/components/pagination/pagination.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { csv } from '../../rules/csv.ts'
import { type AppointmentEntry, type AppointmentFilter, listAppointments } from '../../store/collection.queries.ts'
import { csvResponse } from '../answer-text.ts'
import { DocumentLink, SignedOn } from './collected-document.tsx'

const LIMIT = 50
const ACTIONS = { appoint: '任命', remove: '免去' } as const

function filterOf(c: Context<AppEnv>): AppointmentFilter {
  const { q, year } = c.req.query()
  return {
    ...(q?.trim() ? { person: q.trim().slice(0, 40) } : {}),
    ...(year && /^(?:19|20|21)\d\d$/u.test(year) ? { year: Number(year) } : {}),
  }
}

const addressOf = (path: string, { person, year }: AppointmentFilter, offset = 0): string => {
  const query = new URLSearchParams({
    ...(person ? { q: person } : {}),
    ...(year ? { year: String(year) } : {}),
    ...(offset > 0 ? { offset: String(offset) } : {}),
  })
  return query.size > 0 ? `${path}?${query}` : path
}

const Filter: FC<{ filter: AppointmentFilter; years: readonly number[] }> = ({ filter, years }) => (
  <form class="filters" action="/appointments" method="get" aria-label="筛选任免">
    <p class="field">
      <label for="who">姓名或职务</label>
      <input id="who" name="q" type="search" value={filter.person} />
    </p>
    <p class="field">
      <label for="year">年份</label>
      <select id="year" name="year">
        <option value="">全部年份</option>
        {years.map((year) => (
          <option value={String(year)} selected={year === filter.year}>
            {year}年
          </option>
        ))}
      </select>
    </p>
    <button class="button button--quiet" type="submit">
      筛选
    </button>
  </form>
)

const Table: FC<{ items: readonly AppointmentEntry[]; csvHref: string }> = ({ items, csvHref }) => (
  <DataTable
    id="appointments"
    caption="任免，新的在前"
    narrow="cards"
    csvHref={csvHref}
    columns={[{ label: '姓名' }, { label: '任免' }, { label: '职务' }, { label: '成文日期' }, { label: '文件' }]}
    rows={items.map(({ person, action, post, document }) => [
      person,
      ACTIONS[action],
      post,
      <SignedOn document={document} />,
      <DocumentLink document={document} />,
    ])}
  />
)

/** `/appointments`: who was appointed to what, who was removed, by which document. */
export async function appointmentsPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const filter = filterOf(c)
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const { total, years, items } = await deps.database.read(c.get('site').id, (tx) =>
    listAppointments(tx, c.get('visitor'), filter, { limit: LIMIT, offset }),
  )
  return shell.page(
    c,
    {
      title: titleOfPage('人事任免', offset, LIMIT),
      description: '区政府任命和免去职务的决定：谁，什么职务，哪一天，依据哪份文件。',
      column: { name: '人事任免', type: '人事信息', path: '/appointments' },
      keywords: ['人事任免'],
      tags: ['documents'],
      ...(Object.keys(filter).length === 0 ? { address: addressOfPage('/appointments', offset) } : {}),
    },
    <>
      <Crumbs steps={[{ text: '按类查找', href: '/browse' }]} />
      <h1 class="page-title">人事任免</h1>
      <p class="page-lead">从任免文件里逐条摘出，共{total}条。以文件原文为准。</p>
      {years.length > 0 ? <Filter filter={filter} years={years} /> : null}
      {items.length === 0 && total > 0 ? (
        <BeyondLast href={addressOf('/appointments', filter)} />
      ) : items.length === 0 ? (
        years.length > 0 ? (
          <Empty text="没有符合条件的任免。" href="/appointments" link="看全部任免" />
        ) : (
          <Empty text="文件库里还没有任免文件。" href="/documents" link="看全部文件" />
        )
      ) : (
        <Table items={items} csvHref={addressOf('/appointments.csv', filter)} />
      )}
      <Pager total={total} limit={LIMIT} offset={offset} href={(next) => addressOf('/appointments', filter, next)} />
    </>,
  )
}

/** `/appointments.csv`: the same list for spreadsheets. */
export async function appointmentsCsv(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const { items } = await deps.database.read(c.get('site').id, (tx) =>
    listAppointments(tx, c.get('visitor'), filterOf(c), { limit: 10_000, offset: 0 }),
  )
  const rows = items.map(({ person, action, post, document }) => [
    person,
    ACTIONS[action],
    post,
    document.signedOn ?? '',
    document.docNumber ?? '',
    document.title,
  ])
  return csvResponse(c, '人事任免', csv(['姓名', '任免', '职务', '成文日期', '文号', '文件'], rows))
}
