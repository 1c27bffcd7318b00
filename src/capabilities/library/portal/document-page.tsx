import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { Crumbs, DayText, Title, ValidityMark } from '../../../portal/words.tsx'
import type { DocumentView, RelationView } from '../contract.ts'
import { loadDocument } from '../store/document.queries.ts'
import { nearestTitles } from '../store/summary.queries.ts'
import { Contents, DocumentText } from './document-text.tsx'
import { UnitLinks } from './task-list.tsx'

const EFFECTS: Readonly<Record<RelationView['effect'], readonly [to: string, from: string]>> = {
  cites: ['引用', '被引用'],
  'based-on': ['依据', '作为依据'],
  amends: ['修改', '被修改'],
  repeals: ['废止', '被废止'],
  issues: ['印发', '由其印发'],
  'interpreted-by': ['解读', '解读'],
}

const Relation: FC<{ relation: RelationView; direction: 0 | 1 }> = ({ relation, direction }) => (
  <li>
    <span class="label">{EFFECTS[relation.effect][direction]}</span>{' '}
    {relation.document ? <a href={relation.document.url}>{relation.document.title}</a> : `《${relation.title}》`}{' '}
    <span class="number">{relation.document?.docNumber ?? relation.docNumber}</span>
  </li>
)

/** 2024-05-24T01:30:00Z → 2024-05-24 09:30, in Asia/Shanghai. */
const shanghaiMinute = (instant: string): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** What stands beside the text: facts, where it was printed, what it cites and who cites it. */
const Margin: FC<{ document: DocumentView }> = ({ document }) => {
  const { relations, prints } = document
  return (
    <div class="note-body">
      <h2 class="hidden-text">文件信息</h2>
      <dl class="facts">
        {document.signedOn ? (
          <>
            <dt>成文</dt>
            <dd>
              <DayText day={document.signedOn} />
            </dd>
          </>
        ) : null}
        {document.printedOn ? (
          <>
            <dt>印发</dt>
            <dd>
              <DayText day={document.printedOn} />
            </dd>
          </>
        ) : null}
        {document.effectiveFrom ? (
          <>
            <dt>施行</dt>
            <dd>
              <DayText day={document.effectiveFrom} />
            </dd>
          </>
        ) : null}
        {document.issuers.length > 0 ? (
          <>
            <dt>发文机关</dt>
            <dd>
              <UnitLinks units={document.issuers} />
            </dd>
          </>
        ) : null}
        {document.topic ? (
          <>
            <dt>主题</dt>
            <dd>{document.topic}</dd>
          </>
        ) : null}
        <dt>效力</dt>
        <dd>
          {document.validityView.reason}
          {document.validityView.source ? <a href={document.validityView.source.url}>看这份文件</a> : null}
        </dd>
      </dl>
      <div class="note-group">
        <h2>刊载</h2>
        <ul>
          {prints.map((print) => (
            <li>
              {print.gazette ? (
                <a href={print.gazette.url}>
                  公报{print.gazette.year}年第{print.gazette.number}期
                </a>
              ) : (
                '单行文件'
              )}
              {print.page ? `第${print.page}页` : null} <a href={`/files/${print.fileHash}`}>原件</a>
            </li>
          ))}
        </ul>
      </div>
      {relations.to.length > 0 ? (
        <div class="note-group">
          <h2>引用的文件</h2>
          <ul>
            {relations.to.slice(0, 8).map((relation) => (
              <Relation relation={relation} direction={0} />
            ))}
          </ul>
        </div>
      ) : null}
      {relations.from.length > 0 ? (
        <div class="note-group">
          <h2>引用它的文件</h2>
          <ul>
            {relations.from.slice(0, 8).map((relation) => (
              <Relation relation={relation} direction={1} />
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

/** The line by which a document is cited: issuer, title, number, day. */
export const citationLine = ({ issuer, title, docNumber, signedOn }: DocumentView): string =>
  [issuer, `《${title}》`, docNumber && `（${docNumber}）`, signedOn && `，${signedOn}`].filter(Boolean).join('')

const jsonLd = (document: DocumentView): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'Legislation',
  name: document.title,
  legislationIdentifier: document.docNumber ?? undefined,
  legislationDate: document.signedOn ?? undefined,
  legislationPassedBy: document.issuer ? { '@type': 'GovernmentOrganization', name: document.issuer } : undefined,
  inLanguage: 'zh-CN',
})

const Body: FC<{ document: DocumentView; today: string }> = ({ document, today }) => (
  <>
    <Crumbs steps={[{ text: '文件', href: '/documents' }]} />
    <div class="doc-layout">
      <div class="doc-bar">
        <ValidityMark state={document.validity} />
        {document.validity === 'unknown' ? null : <span>{document.validityView.reason}</span>}
        {document.publishedOn ? <span class="label">发布时间：{shanghaiMinute(document.publishedOn)}</span> : null}
        {document.issuer ? <span class="label">来源：{document.issuer}</span> : null}
        <div class="doc-tools">
          <a href={`/documents/${document.id}.txt`}>文本</a>
          <a href={`/documents/${document.id}.md`}>Markdown</a>
          <a href={`/documents/${document.id}.json`}>JSON</a>
          <button class="button button--quiet" type="button" data-copy={citationLine(document)} hidden>
            复制引用
          </button>
        </div>
      </div>
      <Contents document={document} />
      <article class="doc">
        <div class="pair">
          <header class="doc-head" id="notice">
            {document.issuer ? <p class="issuer by-sense">{document.issuer}</p> : null}
            {document.docNumber ? <p class="number">{document.docNumber}</p> : null}
            <div class="red-rule" />
            <h1 class="doc-title by-sense">
              <Title text={document.title} />
            </h1>
          </header>
          <details class="note fold">
            <summary>文件信息、刊载和引用</summary>
            <Margin document={document} />
          </details>
        </div>
        <DocumentText document={document} today={today} />
      </article>
    </div>
  </>
)

/** `/documents/{id}`: the reading page of a document. */
export async function documentPage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const { id: siteId } = c.get('site')
  const today = deps.clock.today()
  const loaded = await deps.database.read(siteId, (tx) => loadDocument(tx, c.get('visitor'), id, today))
  if (loaded.state === 'moved') return c.redirect(`/documents/${loaded.to}`, 301)
  if (loaded.state === 'gone') {
    const near = await deps.database.read(siteId, (tx) => nearestTitles(tx, c.get('visitor'), loaded.title, 5, today))
    return errorPage(c, shell, 410, {
      lead: `《${loaded.title}》已经撤回：${loaded.reason}`,
      suggestions: near.map(({ title, url }) => ({ text: title, href: url })),
    })
  }
  if (loaded.state === 'unknown') return errorPage(c, shell, 404)
  const { document } = loaded
  const description = [document.docNumber, document.gist].filter(Boolean).join('。') || document.title
  return shell.page(
    c,
    {
      title: document.title,
      description,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      article: {
        title: document.title,
        published: document.publishedOn ? shanghaiMinute(document.publishedOn) : null,
        source: document.issuer ?? document.prints[0]?.gazette?.title ?? c.get('site').name,
      },
      tags: [`document:${id}`, 'documents'],
      data: jsonLd(document),
    },
    <Body document={document} today={today} />,
  )
}
