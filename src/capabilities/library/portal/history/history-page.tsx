import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../../portal/components/list-head/list-head.tsx'
import { RelationList } from '../../../../portal/components/relation-list/relation-list.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import type { DocumentView, PrintView } from '../../contract.ts'
import { loadDocument } from '../../store/document.queries.ts'
import { answerWithout } from '../document/document-page.tsx'
import { EFFECT_WORDS } from '../relation-words.tsx'

const Print: FC<{ print: PrintView }> = ({ print: { gazette, page, fileHash, isMain } }) => (
  <li>
    {gazette ? (
      <a href={gazette.url}>
        {gazette.title}
        {gazette.year}年第{gazette.number}期
      </a>
    ) : (
      '单行文件'
    )}
    {page ? `第${page}页` : null}
    {isMain ? <span class="label">　本页正文据此</span> : null}　<a href={`/files/${fileHash}`}>原件</a>
  </li>
)

const Changes: FC<{ document: DocumentView }> = ({ document }) => {
  const changes = document.relations.from.filter(({ effect }) => effect === 'amends' || effect === 'repeals')
  return (
    <section class="page-section" aria-labelledby="changes">
      <ListHead id="changes" title="修改和废止" />
      {changes.length === 0 ? <Empty text="文件库里没有修改或废止它的文件。" /> : null}
      <RelationList
        entries={changes.map(({ effect, document: other, title, docNumber }) => ({
          effect: EFFECT_WORDS[effect].from,
          title: other?.title ?? title,
          docNumber: other?.docNumber ?? docNumber,
          href: other?.url ?? null,
        }))}
      />
    </section>
  )
}

/** `/documents/{id}/history`: editions, where the document was printed, who amended or repealed it. */
export async function historyPage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const loaded = await deps.database.read(c.get('site').id, (tx) =>
    loadDocument(tx, c.get('visitor'), id, deps.clock.today()),
  )
  if (loaded.state !== 'found') return answerWithout(c, deps, shell, loaded, '/history')
  const { document } = loaded
  return shell.page(
    c,
    {
      title: `沿革：${document.title}`,
      description: `《${document.title}》的版本、刊载、修改和废止。`,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      tags: [`document:${id}`, 'documents'],
    },
    <>
      <Crumbs
        steps={[
          { text: '文件', href: '/documents' },
          { text: document.docNumber ?? document.title, href: document.url },
        ]}
      />
      <h1 class="page-title">版本与刊载沿革</h1>
      <p class="page-lead">
        <a href={document.url}>《{document.title}》</a>
        {document.docNumber}。{document.validityView.reason}
      </p>
      <Changes document={document} />
      <section class="page-section" aria-labelledby="prints">
        <ListHead id="prints" title="刊载" />
        <ul class="history-prints">
          {document.prints.map((print) => (
            <Print print={print} />
          ))}
        </ul>
      </section>
    </>,
  )
}
