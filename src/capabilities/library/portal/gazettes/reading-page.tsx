import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import type { CutWords } from '../../../../portal/components/by-sense/sense-pieces.ts'
import { DocumentHead } from '../../../../portal/components/document-head/document-head.tsx'
import { Turn } from '../../../../portal/components/turn/turn.tsx'
import { ValidityMark } from '../../../../portal/components/validity-mark/validity-mark.tsx'
import { errorPage } from '../../../../portal/error-page.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { DocumentSummary, DocumentView, GazetteView } from '../../contract.ts'
import { type LibraryDeps, loadDocument } from '../../store/document.queries.ts'
import { loadGazette } from '../../store/gazette.queries.ts'
import { blocksOf } from '../document/blocks.ts'
import { DocumentText } from '../document/document-text.tsx'
import { answerWithoutIssue, issueName } from './gazette-page.tsx'
import { GAZETTE_COLUMN } from './gazettes-page.tsx'

interface Leaf {
  readonly gazette: GazetteView
  readonly document: DocumentView
  /** Place in the issue, from 1. */
  readonly place: number
  readonly all: readonly DocumentSummary[]
}

const leafAddress = (gazette: GazetteView, place: number): string => `${gazette.url}/read/${place}`

const LeafContents: FC<Leaf> = ({ gazette, place, all }) => (
  <details class="leaf-contents fold">
    <summary>
      第{place}件，共{all.length}件
    </summary>
    <ol>
      {all.map(({ title }, index) => (
        <li>
          <a href={leafAddress(gazette, index + 1)} aria-current={index + 1 === place ? 'page' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ol>
  </details>
)

/** A document as a leaf of a book: its text alone, and the turn of the page. */
const LeafView: FC<Leaf & { today: string; cut: CutWords }> = (props) => {
  const { gazette, document, place, all, today, cut } = props
  const turn = (word: string, at: number) => {
    const other = all[at - 1]
    return other ? { word, text: other.title, href: leafAddress(gazette, at) } : null
  }
  return (
    <>
      <Crumbs
        steps={[
          { text: '公报', href: '/gazettes' },
          { text: issueName(gazette), href: gazette.url },
        ]}
      />
      <div class="leaf">
        <LeafContents {...props} />
        <article class="doc">
          <DocumentHead
            issuers={document.issuers.map(({ name }) => name)}
            docNumber={document.docNumber}
            title={document.title}
            cut={cut}
          />
          <DocumentText document={document} blocks={blocksOf(document.elements, new Map())} today={today} cut={cut} />
          <p class="leaf-note page-only">
            <ValidityMark state={document.validity} /> <a href={document.url}>看这件文件的效力、引用和任务</a>
          </p>
          <Turn
            label="翻页"
            previous={turn('上一件', place - 1)}
            next={turn('下一件', place + 1) ?? { word: '读完了', text: '回到目录', href: gazette.url }}
          />
        </article>
      </div>
    </>
  )
}

/** `/gazettes/{id}/read/{place}`: an issue as a book, a document a leaf; it works without a script. */
export async function readingPage(
  c: Context<AppEnv>,
  deps: LibraryDeps,
  shell: Shell,
  { id, place }: { readonly id: string; readonly place: number },
): Promise<Response> {
  const today = deps.clock.today()
  const visitor = c.get('visitor')
  const leaf = await deps.database.read(c.get('site').id, async (tx): Promise<Leaf | 'no-leaf' | null> => {
    const gazette = await loadGazette(tx, visitor, id, today)
    const all = gazette?.sections.flatMap(({ documents }) => documents) ?? []
    const chosen = all[place - 1]
    if (!gazette) return null
    if (!chosen) return 'no-leaf'
    const loaded = await loadDocument(tx, visitor, chosen.id, today, { texts: deps.texts })
    return loaded.state === 'found' ? { gazette, document: loaded.document, place, all } : 'no-leaf'
  })
  if (leaf === null) return answerWithoutIssue(c, deps, shell, id)
  if (leaf === 'no-leaf') return errorPage(c, shell, 404)
  const { gazette, document, all } = leaf
  return shell.page(
    c,
    {
      title: `${document.title}（${issueName(gazette)}第${place}件）`,
      description: `${gazette.title}${issueName(gazette)}，第${place}件，共${all.length}件：${document.title}`,
      column: GAZETTE_COLUMN,
      tags: [`gazette:${id}`, `document:${document.id}`, 'gazettes', 'documents'],
    },
    <LeafView {...leaf} today={today} cut={deps.words.cut} />,
  )
}
