import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { Crumbs, DayText, Empty, Title } from '../../../portal/words.tsx'
import type { GazetteRef } from '../contract.ts'
import { listGazettes, loadGazette } from '../store/gazette.queries.ts'

/** A cover drawn in type: the name on its slip, year, issue and running number. */
export const Cover: FC<{ gazette: GazetteRef; isLink?: boolean }> = ({ gazette, isLink }) => {
  const inside = (
    <>
      <span class="cover-slip">
        <span>{gazette.title}</span>
      </span>
      <span class="cover-issue">
        <span class="cover-year">{gazette.year}</span>
        <span class="cover-nr">第{gazette.number}期</span>
        {gazette.totalNumber ? <span class="cover-total">总第{gazette.totalNumber}期</span> : null}
      </span>
    </>
  )
  return isLink ? (
    <a class="cover" href={gazette.url}>
      {inside}
    </a>
  ) : (
    <div class="cover">{inside}</div>
  )
}

const COLUMN = { name: '政府公报', type: '政策文件', path: '/gazettes' }

/** `/gazettes`: the covers of all issues by year. */
export async function gazettesPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const gazettes = await deps.database.read(c.get('site').id, (tx) => listGazettes(tx, c.get('visitor')))
  const years = [...new Set(gazettes.map(({ year }) => year))]
  return shell.page(
    c,
    {
      title: '政府公报',
      description: '历年政府公报，逐期可读，全文可查。',
      column: COLUMN,
      tags: ['gazettes', 'documents'],
    },
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">{gazettes[0]?.title ?? '政府公报'}</h1>
      {gazettes.length === 0 ? (
        <Empty text="还没有装入公报。" />
      ) : (
        <p class="page-lead">{gazettes.length}期已经入库。每期可以逐篇读，也可以在全文里查。</p>
      )}
      {years.map((year) => (
        <section class="shelf" aria-labelledby={`y${year}`}>
          <h2 class="shelf-year" id={`y${year}`}>
            <b>{year}年</b>
          </h2>
          <ul class="covers">
            {gazettes
              .filter((gazette) => gazette.year === year)
              .map((gazette) => (
                <li>
                  <Cover gazette={gazette} isLink />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>,
  )
}

/** `/gazettes/{year}-{number}`: the contents of an issue. */
export async function gazettePage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const gazette = await deps.database.read(c.get('site').id, (tx) =>
    loadGazette(tx, c.get('visitor'), id, deps.clock.today()),
  )
  if (!gazette) return errorPage(c, shell, 404)
  const first = gazette.sections[0]?.documents[0]
  return shell.page(
    c,
    {
      title: `${gazette.title}${gazette.year}年第${gazette.number}期`,
      description: `${gazette.title}${gazette.year}年第${gazette.number}期目录，共${gazette.documentCount}件。`,
      column: COLUMN,
      tags: [`gazette:${id}`, 'documents'],
    },
    <>
      <Crumbs steps={[{ text: '公报', href: '/gazettes' }]} />
      <div class="issue">
        <div class="issue-side">
          <Cover gazette={gazette} />
          <div class="actions">
            {first ? (
              <a class="button" href={first.url}>
                从头阅读
              </a>
            ) : null}
            {gazette.fileHash ? (
              <a class="button button--quiet" href={`/files/${gazette.fileHash}`}>
                下载原件
              </a>
            ) : null}
          </div>
          {gazette.publishedOn ? (
            <p class="label">
              <DayText day={gazette.publishedOn} />
              出刊
            </p>
          ) : null}
        </div>
        <div>
          <h1 class="page-title">
            {gazette.year}年第{gazette.number}期目录
          </h1>
          <p class="page-lead">
            {gazette.title}
            {gazette.totalNumber ? `　总第${gazette.totalNumber}期` : ''}
          </p>
          {gazette.sections.map((section, index) => (
            <section class="contents" aria-labelledby={`p${index}`}>
              <h2 class="contents-part" id={`p${index}`}>
                {section.name ?? '文件'}
              </h2>
              <ol>
                {section.documents.map((document) => (
                  <li>
                    <a href={document.url}>
                      <span class="title by-sense">
                        <Title text={document.title} />
                      </span>
                      {document.page ? <span class="page-no">{document.page}</span> : null}
                    </a>
                  </li>
                ))}
              </ol>
            </section>
          ))}
          <nav class="turn" aria-label="前后各期">
            {gazette.previous ? <a href={gazette.previous.url}>上一期</a> : null}{' '}
            {gazette.next ? <a href={gazette.next.url}>下一期</a> : null}
          </nav>
        </div>
      </div>
    </>,
  )
}
