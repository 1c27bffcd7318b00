import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { Actions } from '../../../../portal/components/button/button.tsx'
import type { CutWords } from '../../../../portal/components/by-sense/sense-pieces.ts'
import { ContentsLeaders } from '../../../../portal/components/contents-leaders/contents-leaders.tsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { GazetteCover } from '../../../../portal/components/gazette-cover/gazette-cover.tsx'
import { Turn } from '../../../../portal/components/turn/turn.tsx'
import { errorPage } from '../../../../portal/error-page.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { GazetteRef, GazetteView } from '../../contract.ts'
import { listGazettes, loadGazette } from '../../store/gazette.queries.ts'
import { wasIssue } from '../../store/gone.queries.ts'
import { GAZETTE_COLUMN } from './gazettes-page.tsx'

/** 2024年第1期: how an issue is spoken of. */
export const issueName = ({ year, number }: GazetteRef): string => `${year}年第${number}期`

const neighbour = (word: string, gazette: GazetteRef | null) =>
  gazette ? { word, text: issueName(gazette), href: gazette.url } : null

const Side: FC<{ gazette: GazetteView }> = ({ gazette }) => (
  <div class="issue-side">
    <GazetteCover title={gazette.title} year={gazette.year} number={gazette.number} totalNumber={gazette.totalNumber} />
    <Actions
      items={[
        { text: '从头阅读', href: `${gazette.url}/read` },
        { text: '下载离线阅读版', href: `${gazette.url}/reading.html`, isQuiet: true },
        ...(gazette.fileHash ? [{ text: '下载原件', href: `/files/${gazette.fileHash}`, isQuiet: true }] : []),
      ]}
    />
    <p class="label">
      {gazette.publishedOn ? (
        <>
          <DayText day={gazette.publishedOn} />
          出刊，
        </>
      ) : null}
      载文件{gazette.documentCount}件
    </p>
    {gazette.publisher ? <p class="label">{gazette.publisher}</p> : null}
  </div>
)

const Issue: FC<{ gazette: GazetteView; cut: CutWords }> = ({ gazette, cut }) => (
  <>
    <Crumbs steps={[{ text: '公报', href: '/gazettes' }]} />
    <div class="issue">
      <Side gazette={gazette} />
      <div>
        <h1 class="page-title">
          <span class="phrase">{gazette.year}年</span>
          <span class="phrase">第{gazette.number}期目录</span>
        </h1>
        <p class="page-lead">
          {gazette.title}
          {gazette.totalNumber ? `　总第${gazette.totalNumber}期` : ''}
        </p>
        <ContentsLeaders
          cut={cut}
          parts={gazette.sections.map(({ name, documents }) => ({ name: name ?? '文件', entries: documents }))}
        />
        <Turn
          label="前后各期"
          previous={neighbour('上一期', gazette.previous)}
          next={neighbour('下一期', gazette.next)}
        />
      </div>
    </div>
  </>
)

/** JSON-LD of an issue. */
const issueData = (gazette: GazetteView): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'PublicationIssue',
  issueNumber: String(gazette.number),
  datePublished: gazette.publishedOn ?? String(gazette.year),
  isPartOf: { '@type': 'Periodical', name: gazette.title },
  inLanguage: 'zh-CN',
})

/** Most issues of a year that a lost page names. */
const MOST_NEAR = 12

/** The issues of the year that an address names, for whom the number led nowhere. */
async function issuesNear(c: Context<AppEnv>, deps: Deps, id: string) {
  const year = Number(/^\d{4}(?=-)/u.exec(id)?.[0])
  if (Number.isNaN(year)) return []
  const gazettes = await deps.database.read(c.get('site').id, (tx) => listGazettes(tx, c.get('visitor')))
  return gazettes
    .filter((gazette) => gazette.year === year)
    .slice(0, MOST_NEAR)
    .map((gazette) => ({ text: `${gazette.title}${issueName(gazette)}`, href: gazette.url }))
}

/** What the address of an issue that is not there answers: taken back, or never printed. */
export async function answerWithoutIssue(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const isGone = await deps.database.read(c.get('site').id, (tx) => wasIssue(tx, id))
  const suggestions = await issuesNear(c, deps, id)
  return isGone
    ? errorPage(c, shell, 410, { lead: '这一期公报已经撤回，不再展示。', suggestions })
    : errorPage(c, shell, 404, { suggestions })
}

/** `/gazettes/{year}-{number}`: the contents of an issue. */
export async function gazettePage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const gazette = await deps.database.read(c.get('site').id, (tx) =>
    loadGazette(tx, c.get('visitor'), id, deps.clock.today()),
  )
  if (!gazette) return answerWithoutIssue(c, deps, shell, id)
  const name = `${gazette.title}${issueName(gazette)}`
  return shell.page(
    c,
    {
      title: name,
      description: `${name}目录，载文件${gazette.documentCount}件。`,
      column: GAZETTE_COLUMN,
      keywords: ['政府公报', issueName(gazette)],
      tags: [`gazette:${id}`, 'gazettes', 'documents'],
      data: issueData(gazette),
    },
    <Issue gazette={gazette} cut={deps.words.cut} />,
  )
}
