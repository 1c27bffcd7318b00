import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { asSentence } from '../../../../kernel/sentence.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import type { CutWords } from '../../../../portal/components/by-sense/sense-pieces.ts'
import { Contents } from '../../../../portal/components/contents/contents.tsx'
import { DocumentHead } from '../../../../portal/components/document-head/document-head.tsx'
import { NoticeBanner } from '../../../../portal/components/notice-banner/notice-banner.tsx'
import { PrintNote } from '../../../../portal/components/print-note/print-note.tsx'
import { Turn } from '../../../../portal/components/turn/turn.tsx'
import { VALIDITY_WORDS } from '../../../../portal/components/validity-mark/validity-mark.tsx'
import { errorPage } from '../../../../portal/error-page.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { DocumentView } from '../../contract.ts'
import { pubDate } from '../../rules/publication.ts'
import { chineseDay, isTextBehind } from '../../rules/validity.ts'
import { type LibraryDeps, type LoadedDocument, loadDocument } from '../../store/document.queries.ts'
import { nearestTitles } from '../../store/summary.queries.ts'
import { type Surroundings, surroundingsOf } from '../../store/surroundings.queries.ts'
import { shareAddress } from '../addresses.ts'
import { DocumentBar } from './bar.tsx'
import { blocksOf } from './blocks.ts'
import { contentsOf } from './contents-of.ts'
import { tagsOfDocument } from './document-tags.ts'
import { DocumentText } from './document-text.tsx'
import { FactsNote } from './facts-note.tsx'
import { legislationData } from './legislation-data.ts'
import { LostClauses } from './lost-clauses.tsx'
import { notesByClause } from './notes.ts'
import { Share } from './share.tsx'

const Banner: FC<{ document: DocumentView }> = ({ document }) => {
  const { validity, validityView, edition } = document
  if (!edition.isCurrent) {
    return (
      <NoticeBanner kind="notice" text={`这是旧的文本（${edition.name}），已经不是现行的。`}>
        <a href={document.url}>看现行文本</a> <a href={`${document.url}/history`}>看沿革</a>
      </NoticeBanner>
    )
  }
  if (validity !== 'repealed' && validity !== 'expired' && validity !== 'amended') return null
  const isBehind = isTextBehind(validity, edition.asOf, document.signedOn)
  return (
    <NoticeBanner kind={validity} text={`${validityView.reason}${isBehind ? '下面是修改前的文本。' : ''}`}>
      {validityView.source ? <a href={validityView.source.url}>看这份文件</a> : null}{' '}
      {validity === 'amended' ? <a href={`/documents/${document.id}/history`}>看修改沿革</a> : null}
    </NoticeBanner>
  )
}

/** A document that no gazette printed has nothing before or after it. */
const ALONE: Surroundings = { previous: null, next: null, ids: [] }

/** What holds of the text on the day of printing; nothing is said of what nobody knows. */
const printedState = ({ validity }: DocumentView, today: string): string =>
  validity === 'unknown' ? `打印于${chineseDay(today)}` : `${VALIDITY_WORDS[validity]}（截至${chineseDay(today)}）`

interface BodyProps {
  readonly document: DocumentView
  readonly around: Surroundings
  readonly source: string
  readonly address: string
  readonly today: string
  readonly cut: CutWords
}

const Body: FC<BodyProps> = ({ document, around, source, address, today, cut }) => {
  const blocks = blocksOf(document.elements, notesByClause(document))
  const issuers = document.issuers.map(({ name }) => name)
  const kind = document.kind
  return (
    <>
      <Crumbs
        steps={[
          { text: '文件', href: '/documents' },
          ...(kind ? [{ text: kind, href: `/documents?kind=${encodeURIComponent(kind)}` }] : []),
        ]}
      />
      <div class="doc-layout">
        <DocumentBar document={document} source={source} />
        <Contents items={contentsOf(document, blocks)} />
        <article class="doc">
          <PrintNote address={address} state={printedState(document, today)} />
          <Banner document={document} />
          <div class="pair">
            <DocumentHead
              id="notice"
              issuers={issuers}
              docNumber={document.docNumber}
              title={document.title}
              cut={cut}
            />
            <FactsNote document={document} />
          </div>
          <DocumentText document={document} blocks={blocks} today={today} cut={cut} />
          <LostClauses clauses={document.lostClauses} documentId={document.id} />
          <Share document={document} address={address} />
          <Turn
            label="本期公报的前后文件"
            previous={
              around.previous ? { word: '上一件', text: around.previous.title, href: around.previous.url } : null
            }
            next={around.next ? { word: '下一件', text: around.next.title, href: around.next.url } : null}
          />
        </article>
      </div>
    </>
  )
}

/** What an address that names no document may have meant: titles like the words in it, or the documents of its year. */
async function meantBy(c: Context<AppEnv>, deps: Deps) {
  const name = c.req.path.split('/')[2] ?? ''
  const words = name.includes('%') ? decodeURIComponent(name) : name
  const near = await deps.database.read(c.get('site').id, (tx) => nearestTitles(tx, c.get('visitor'), words, 5))
  const year = /^\d{6}-(\d{4})-/u.exec(name)?.[1]
  const isPast = year !== undefined && year <= deps.clock.today().slice(0, 4)
  return [
    ...near.map(({ title, url }) => ({ text: title, href: url })),
    ...(isPast ? [{ text: `${year}年的全部文件`, href: `/documents?year=${year}` }] : []),
  ]
}

/** What a document id that shows no document answers: moved, taken back, never given. */
export async function answerWithout(
  c: Context<AppEnv>,
  deps: Deps,
  shell: Shell,
  loaded: Exclude<LoadedDocument, { state: 'found' }>,
  below = '',
): Promise<Response> {
  if (loaded.state === 'moved') {
    const edition = loaded.edition === null ? '' : `?edition=${loaded.edition}`
    return c.redirect(`/documents/${loaded.to}${below}${edition}`, 301)
  }
  if (loaded.state === 'unknown') return errorPage(c, shell, 404, { suggestions: await meantBy(c, deps) })
  if (loaded.lostEdition)
    return errorPage(c, shell, 410, {
      lead: `《${loaded.title}》的这一版文本（${loaded.lostEdition.name}）不再提供：${loaded.reason}`,
      suggestions: [{ text: '现行文本', href: loaded.lostEdition.url }],
    })
  const near = await deps.database.read(c.get('site').id, (tx) => nearestTitles(tx, c.get('visitor'), loaded.title, 5))
  return errorPage(c, shell, 410, {
    lead: `《${loaded.title}》已经撤回：${asSentence(loaded.reason)}`,
    suggestions: near.map(({ title, url }) => ({ text: title, href: url })),
  })
}

/** The edition that the address asks for by number; null: the current one. */
function editionOf(c: Context<AppEnv>): number | null {
  const asked = c.req.query('edition')
  return asked && /^\d{1,4}$/u.test(asked) ? Number(asked) : null
}

/** `/documents/{id}`: the reading page of a document; `?edition=1` one of its older texts. */
export async function documentPage(c: Context<AppEnv>, deps: LibraryDeps, shell: Shell, id: string): Promise<Response> {
  const today = deps.clock.today()
  const site = c.get('site')
  const visitor = c.get('visitor')
  const read = await deps.database.read(site.id, async (tx) => {
    const loaded = await loadDocument(tx, visitor, id, today, { edition: editionOf(c), texts: deps.texts })
    if (loaded.state !== 'found') return loaded
    const isInIssue = loaded.document.prints.some(({ gazette }) => gazette !== null)
    return { ...loaded, around: isInIssue ? await surroundingsOf(tx, visitor, id) : ALONE }
  })
  if (read.state !== 'found') return answerWithout(c, deps, shell, read)
  const { document, around } = read
  const source = document.issuer ?? document.prints[0]?.gazette?.title ?? site.name
  const { domain } = await deps.settings(site.id)
  return shell.page(
    c,
    {
      title: document.title,
      description: [document.docNumber, document.gist].filter(Boolean).join('。') || document.title,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      article: {
        title: document.title,
        published: pubDate(document),
        source,
      },
      keywords: [document.kind, document.topic, document.docNumber].filter((word) => word !== null),
      tags: tagsOfDocument(document, around.ids),
      data: legislationData(document),
      formats: [
        { href: `/documents/${id}.txt`, type: 'text/plain' },
        { href: `/documents/${id}.md`, type: 'text/markdown' },
        { href: `/documents/${id}.json`, type: 'application/json' },
      ],
    },
    <Body
      document={document}
      around={around}
      source={source}
      address={shareAddress(domain, `/documents/${id}`)}
      today={today}
      cut={deps.words.cut}
    />,
  )
}
