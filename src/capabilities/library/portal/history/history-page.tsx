import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../../portal/components/day-text/day-text.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../../portal/components/list-head/list-head.tsx'
import { ValidityMark } from '../../../../portal/components/validity-mark/validity-mark.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { loadHistory } from '../../actions/load-history.ts'
import type { DocumentSummary, PrintView } from '../../contract.ts'
import type { HistoryView } from '../../contract-history.ts'
import { nameAlone } from '../../rules/name-alone.ts'
import { isTextBehind } from '../../rules/validity.ts'
import { type ChangingDocument, changesOf } from '../../store/surroundings.queries.ts'
import { answerWithout } from '../document/document-page.tsx'
import { countsInWords } from './difference-words.ts'

type EditionEntry = HistoryView['editions'][number]

export const compareAddress = (id: string, from: string, to: string): string =>
  `/documents/${id}/compare?from=${from}&to=${to}`

const Print: FC<{ print: PrintView; documentId: string }> = ({ print, documentId }) => {
  const { gazette, page, fileName, fileHash, isMain, differences, ref, edition } = print
  return (
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
      <span class="history-facts">
        {isMain ? <span>正文据此</span> : <span>与正文相比：{countsInWords(differences)}</span>}
        {isMain ? null : <a href={compareAddress(documentId, ref, `e${edition}`)}>并排看</a>}
        <a href={`/files/${fileHash}`}>原件</a>
        {gazette ? null : <span>{nameAlone(fileName)}</span>}
      </span>
    </li>
  )
}

/** What the last text that the library has is today: not in force because it is the last. */
const Holds: FC<{ edition: EditionEntry; document: DocumentSummary }> = ({ edition, document }) => {
  const { validity, signedOn } = document
  if (isTextBehind(validity, edition.asOf, signedOn)) return <span class="state amended">修改前的文本</span>
  if (validity === 'repealed' || validity === 'expired') return <ValidityMark state={validity} />
  // Where nobody says until when it holds, the last text is no more than the last.
  return validity === 'unknown' ? <span class="label">最新文本</span> : <span class="state in-force">现行文本</span>
}

interface EditionProps {
  readonly edition: EditionEntry
  readonly before: EditionEntry | undefined
  readonly document: DocumentSummary
}

const Edition: FC<EditionProps> = ({ edition, before, document }) => {
  const { id: documentId } = document
  return (
    <li class="history-edition">
      <h3>
        <a href={edition.url}>{edition.name}</a>
        {edition.isCurrent ? <Holds edition={edition} document={document} /> : null}
      </h3>
      {edition.madeBy ? (
        <p>
          由<a href={edition.madeBy.url}>《{edition.madeBy.title}》</a>
          {edition.madeBy.docNumber}修改而成
        </p>
      ) : null}
      {edition.reason ? <p>{edition.reason}</p> : null}
      {edition.differences && before ? (
        <p>
          与上一版相比：{countsInWords(edition.differences)}
          {'　'}
          <a href={compareAddress(documentId, before.ref, edition.ref)}>逐条并排看</a>
        </p>
      ) : null}
      <ul class="history-prints">
        {edition.prints.map((print) => (
          <Print print={print} documentId={documentId} />
        ))}
      </ul>
    </li>
  )
}

const Changes: FC<{ changes: readonly ChangingDocument[] }> = ({ changes }) => (
  <section class="page-section" aria-labelledby="changes">
    <ListHead id="changes" title="修改和废止" />
    {changes.length === 0 ? <Empty text="文件库里没有修改或废止它的文件。" /> : null}
    <ol class="history-changes">
      {changes.map(({ effect, title, docNumber, url, signedOn, effectiveFrom }) => (
        <li>
          <p>
            {signedOn ? <DayText day={signedOn} /> : '日期不详'}
            {'　'}
            <span class={`state ${effect === 'repeals' ? 'repealed' : 'amended'}`}>
              {effect === 'repeals' ? '废止' : '修改'}
            </span>
          </p>
          <p>
            <a href={url}>《{title}》</a> {docNumber ? <span class="number">{docNumber}</span> : null}
            {effectiveFrom ? (
              <>
                ，自
                <DayText day={effectiveFrom} />
                起施行
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  </section>
)

/** The way back to the document, the same on its history and its comparisons. */
export const DocumentLead: FC<{ document: Pick<DocumentSummary, 'title' | 'url' | 'docNumber' | 'validity'> }> = ({
  document,
}) => (
  <p class="page-lead">
    <a href={document.url}>《{document.title}》</a>
    {document.docNumber ? <span class="number">{document.docNumber}</span> : null}{' '}
    <ValidityMark state={document.validity} />
  </p>
)

/** `/documents/{id}/history`: editions with their prints, what differs between them, who amended or repealed it. */
export async function historyPage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const site = c.get('site')
  const visitor = c.get('visitor')
  const read = await deps.database.read(site.id, async (tx) => {
    const loaded = await loadHistory(tx, site.id, visitor, id, deps.clock.today())
    return loaded.state === 'found' ? { ...loaded, changes: await changesOf(tx, visitor, id) } : loaded
  })
  if (read.state !== 'found') return answerWithout(c, deps, shell, read, '/history')
  const { history, changes } = read
  const { document, editions } = history
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
      <DocumentLead document={document} />
      <section class="page-section" aria-labelledby="editions">
        <ListHead id="editions" title={editions.length > 1 ? `${editions.length}个版本，新的在前` : '版本和刊载'} />
        <ol class="history-editions">
          {editions.map((edition, index) => (
            <Edition edition={edition} before={editions[index + 1]} document={document} />
          ))}
        </ol>
      </section>
      <Changes changes={changes} />
      {history.mayBeSame.length > 0 ? (
        <section class="page-section" aria-labelledby="same">
          <ListHead id="same" title="可能是同一份文件" />
          <ul class="history-prints">
            {history.mayBeSame.map(({ title, url, docNumber }) => (
              <li>
                <a href={url}>《{title}》</a>
                {docNumber}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>,
  )
}
