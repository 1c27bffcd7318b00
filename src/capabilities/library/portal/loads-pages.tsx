import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DataTable } from '../../../portal/components/data-table/data-table.tsx'
import { Empty } from '../../../portal/components/empty-state/empty-state.tsx'
import { ProgressBar } from '../../../portal/components/progress-bar/progress-bar.tsx'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { filesDone, filesTotal, type LoadFailure, type LoadStanding, standingOfLoad } from '../rules/load-summary.ts'
import { failuresOf, type Load, listLoads, loadById } from '../store/load.queries.ts'

const SHOWN = 50
/** Failures on one page: whoever has more has one cause, and sees it in the first hundreds. */
const MOST_FAILURES = 500
const RENEW_EVERY_S = 3

const WORDS: Readonly<Record<LoadStanding, string>> = {
  running: '正在装载',
  interrupted: '已中断，服务器会接着装',
  finished: '已完成',
}

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

const Moment: FC<{ at: Date }> = ({ at }) => <time datetime={at.toISOString()}>{moment.format(at)}</time>

/** For who runs the installation: never kept, and asked for again by itself while something is under way. */
function forOperator(page: Response, isUnderWay: boolean): Response {
  page.headers.set('Cache-Control', 'no-store')
  if (isUnderWay) page.headers.set('Refresh', String(RENEW_EVERY_S))
  return page
}

const bar = (load: Load) => (
  <ProgressBar label={`第${load.id}次装载`} done={filesDone(load.counts)} total={filesTotal(load.counts)} />
)

/** `/loads`: the newest loads, how far each is and what failed. */
export async function loadsPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const { id: siteId } = c.get('site')
  const loads = await deps.database.read(siteId, (tx) => listLoads(tx, siteId, SHOWN))
  const now = deps.clock.now()
  const rows = loads.map((load) => [
    <a href={`/loads/${load.id}`}>第{load.id}次</a>,
    WORDS[standingOfLoad(load, now)],
    bar(load),
    load.counts.failed,
    load.actor.name,
    <Moment at={load.startedAt} />,
  ])
  const page = await shell.page(
    c,
    { title: '装载记录' },
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">装载记录</h1>
      <p class="page-lead">每运行一次 kaiming ingest 有一条记录。只有运维人员看得到这一页。</p>
      {loads.length === 0 ? (
        <Empty text="还没有装载过文件。" />
      ) : (
        <DataTable
          id="loads"
          caption="最近的装载"
          columns={[
            { label: '装载' },
            { label: '状态' },
            { label: '进度（文件）' },
            { label: '失败' },
            { label: '操作人' },
            { label: '开始时间' },
          ]}
          rows={rows}
          narrow="cards"
        />
      )}
    </>,
  )
  const isUnderWay = loads.some((load) => standingOfLoad(load, now) === 'running')
  return forOperator(page, isUnderWay)
}

/** `/loads/{id}`: one load, its counts and every failure with its reason. */
export async function loadPage(c: Context<AppEnv>, deps: Deps, shell: Shell, name: string): Promise<Response> {
  const id = Number(name)
  const { id: siteId } = c.get('site')
  const found = await deps.database.read(siteId, async (tx) => {
    const load = Number.isInteger(id) && id > 0 && id < 2 ** 31 ? await loadById(tx, siteId, id) : null
    return load ? { load, failures: await failuresOf(tx, siteId, id, MOST_FAILURES) } : null
  })
  if (!found) return errorPage(c, shell, 404)
  const { load, failures } = found
  const standing = standingOfLoad(load, deps.clock.now())
  const { counts } = load
  const page = await shell.page(
    c,
    { title: `第${id}次装载` },
    <>
      <Crumbs steps={[{ text: '装载记录', href: '/loads' }]} />
      <h1 class="page-title">第{id}次装载</h1>
      <p class="page-lead">
        {WORDS[standing]}。{load.actor.name}于
        <Moment at={load.startedAt} />
        开始
        {load.finishedAt ? (
          <>
            ，<Moment at={load.finishedAt} />
            完成
          </>
        ) : null}
        。
      </p>
      {bar(load)}
      <p>
        新装 {counts.new} 个文件，更新 {counts.updated} 个，无变化 {counts.unchanged} 个，失败 {counts.failed}{' '}
        个；识别出 {counts.documents} 份文件。
      </p>
      {failures.length > 0 ? <Failures failures={failures} total={counts.failed} /> : null}
    </>,
  )
  return forOperator(page, standing === 'running')
}

const Failures: FC<{ failures: readonly LoadFailure[]; total: number }> = ({ failures, total }) => (
  <DataTable
    id="failures"
    caption="没有装进来的文件"
    note={total > failures.length ? `只列出前${failures.length}个，共${total}个` : null}
    columns={[{ label: '文件' }, { label: '行', isNumber: true }, { label: '原因' }]}
    rows={failures.map(({ file, line, reason }) => [file, line ?? '', reason])}
    narrow="cards"
  />
)
