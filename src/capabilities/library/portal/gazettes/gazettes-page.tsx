import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { yearInHan } from '../../../../kernel/chinese-date.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { GazetteCover } from '../../../../portal/components/gazette-cover/gazette-cover.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { GazetteRef } from '../../contract.ts'
import { listGazettes } from '../../store/gazette.queries.ts'

/** The column of the portal that all gazette pages stand in. */
export const GAZETTE_COLUMN = { name: '政府公报', type: '政府公报', path: '/gazettes' }

const Shelf: FC<{ year: number; gazettes: readonly GazetteRef[] }> = ({ year, gazettes }) => (
  <section class="shelf" aria-labelledby={`y${year}`}>
    <h2 class="shelf-year" id={`y${year}`}>
      <b>{yearInHan(year)}年</b>
    </h2>
    <ul class="covers">
      {gazettes.map(({ title, number, totalNumber, url, publishedOn, documentCount }) => (
        <li>
          <GazetteCover title={title} year={year} number={number} totalNumber={totalNumber} href={url} />
          <p class="cover-note">
            {publishedOn ? <DayText day={publishedOn} short /> : null}
            {publishedOn ? '，' : null}
            {documentCount}件
          </p>
        </li>
      ))}
    </ul>
  </section>
)

/** `/gazettes`: the covers of all issues by year. */
export async function gazettesPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const gazettes = await deps.database.read(c.get('site').id, (tx) => listGazettes(tx, c.get('visitor')))
  const byYear = Map.groupBy(gazettes, ({ year }) => year)
  const documents = gazettes.reduce((sum, { documentCount }) => sum + documentCount, 0)
  const [newest, oldest] = [gazettes[0], gazettes.at(-1)]
  return shell.page(
    c,
    {
      title: '政府公报',
      description: '历年政府公报，逐期可读，全文可查。',
      column: GAZETTE_COLUMN,
      keywords: ['政府公报'],
      tags: ['gazettes', 'documents'],
    },
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">{newest?.title ?? '政府公报'}</h1>
      {newest && oldest ? (
        <p class="page-lead">
          {oldest.year === newest.year ? `${newest.year}年` : `${oldest.year}年至${newest.year}年`}，{gazettes.length}
          期，载文件{documents}件。每期可以像书一样从头读，也可以
          <a href="/documents">按条件查文件</a>。
        </p>
      ) : (
        <Empty text="还没有收录公报。" href="/documents" link="看全部文件" />
      )}
      {[...byYear].map(([year, issues]) => (
        <Shelf year={year} gazettes={issues} />
      ))}
    </>,
  )
}
