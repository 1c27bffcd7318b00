import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import type { CutWords } from '../../../../portal/components/by-sense/sense-pieces.ts'
import { ContentsLeaders } from '../../../../portal/components/contents-leaders/contents-leaders.tsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { DocumentHead } from '../../../../portal/components/document-head/document-head.tsx'
import { GazetteCover } from '../../../../portal/components/gazette-cover/gazette-cover.tsx'
import { Turn } from '../../../../portal/components/turn/turn.tsx'
import { ValidityMark } from '../../../../portal/components/validity-mark/validity-mark.tsx'
import { isElder, originOf } from '../../../../portal/make-shell.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { standalonePage, withOwnIds } from '../../../../portal/standalone.tsx'
import type { DocumentView, GazetteView } from '../../contract.ts'
import { loadDocument } from '../../store/document.queries.ts'
import { loadGazette } from '../../store/gazette.queries.ts'
import { blocksOf } from '../document/blocks.ts'
import { DocumentText } from '../document/document-text.tsx'
import { answerWithoutIssue, issueName } from './gazette-page.tsx'

interface Book {
  readonly gazette: GazetteView
  /** In printed order. */
  readonly documents: readonly DocumentView[]
}

interface Setting {
  readonly today: string
  readonly cut: CutWords
}

const leafId = (place: number): string => `d${place}`
const CONTENTS = 'contents'

const Cover: FC<Book & Setting & { siteName: string }> = ({ gazette, today, cut, siteName }) => {
  let place = 0
  const parts = gazette.sections.map(({ name, documents }) => ({
    name: name ?? '文件',
    entries: documents.map((document) => ({ ...document, url: `#${leafId(++place)}` })),
  }))
  const { title, year, number, totalNumber, url } = gazette
  return (
    <header class="issue">
      <div class="issue-side">
        <GazetteCover title={title} year={year} number={number} totalNumber={totalNumber} />
        <p class="label">
          <DayText day={today} />
          取自{siteName}网站，没有网络也能读。效力是这一天的，以<a href={url}>网上的本期公报</a>为准。
        </p>
      </div>
      <div id={CONTENTS}>
        <h1 class="page-title">{issueName(gazette)}目录</h1>
        <p class="page-lead">{title}</p>
        <ContentsLeaders cut={cut} parts={parts} />
      </div>
    </header>
  )
}

const Leaf: FC<Book & Setting & { document: DocumentView }> = ({ document, today, cut }) => {
  const elements = document.elements.map((element) => ({ ...element, id: null }))
  return (
    <>
      <DocumentHead
        level={2}
        issuers={document.issuers.map(({ name }) => name)}
        docNumber={document.docNumber}
        title={document.title}
        cut={cut}
      />
      <DocumentText document={document} blocks={blocksOf(elements, new Map())} today={today} cut={cut} level={3} />
      <p class="leaf-note page-only">
        <ValidityMark state={document.validity} /> <a href={document.url}>在网上看这件文件的效力、引用和任务</a>
      </p>
    </>
  )
}

/** The whole issue: cover and contents, then one document after another, each a leaf with ids of its own. */
async function bodyOf(book: Book, setting: Setting & { readonly siteName: string }) {
  const leaves: string[] = []
  for (const [index, document] of book.documents.entries()) {
    const rendered = String(await (<Leaf {...book} {...setting} document={document} />).toString())
    leaves.push(withOwnIds(rendered, leafId(index + 1)))
  }
  const neighbour = (word: string, place: number) => {
    const other = book.documents[place - 1]
    return other ? { word, text: other.title, href: `#${leafId(place)}` } : null
  }
  return (
    <>
      <Cover {...book} {...setting} />
      {leaves.map((leaf, index) => (
        <div class="leaf leaf--bound" id={leafId(index + 1)}>
          <article class="doc">{raw(leaf)}</article>
          <Turn
            label={`第${index + 1}件的前后`}
            previous={{ word: '回到', text: '目录', href: `#${CONTENTS}` }}
            next={neighbour('下一件', index + 2)}
          />
        </div>
      ))}
    </>
  )
}

/** `/gazettes/{id}/reading.html`: an issue as one file, to be kept and read where there is no network. */
export async function offlineBook(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const today = deps.clock.today()
  const visitor = c.get('visitor')
  const { id: siteId } = c.get('site')
  const book = await deps.database.read(siteId, async (tx): Promise<Book | null> => {
    const gazette = await loadGazette(tx, visitor, id, today)
    if (!gazette) return null
    const documents: DocumentView[] = []
    for (const { id: one } of gazette.sections.flatMap((section) => section.documents)) {
      const loaded = await loadDocument(tx, visitor, one, today)
      if (loaded.state === 'found') documents.push(loaded.document)
    }
    return { gazette, documents }
  })
  if (!book) return answerWithoutIssue(c, deps, shell, id)
  const settings = await deps.settings(siteId)
  const { domain } = settings
  const title = `${book.gazette.title}${issueName(book.gazette)}`
  const html = await standalonePage(
    { title, settings, origin: domain ? `https://${domain}` : originOf(c, domain), isElder: isElder(c) },
    await bodyOf(book, { today, cut: deps.words.cut, siteName: settings.name }),
  )
  return shell.file(c, {
    html,
    // Its links name the portal's address. Without a domain that is the one which this visitor asked for, and whoever asks next may have another.
    ...(domain ? { tags: [`gazette:${id}`, 'gazettes', 'documents'] } : {}),
    headers: {
      'Content-Disposition': `attachment; filename="gazette-${id}.html"; filename*=UTF-8''${encodeURIComponent(title)}.html`,
    },
  })
}
