import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { TextDifference } from '../../../../portal/components/text-difference/text-difference.tsx'
import { errorPage } from '../../../../portal/error-page.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { loadDifferences, loadHistory } from '../../actions/load-history.ts'
import type { DifferencesView, HistoryView } from '../../contract-history.ts'
import type { ClauseDifference } from '../../rules/differences.ts'
import { nameAlone } from '../../rules/name-alone.ts'
import type { DifferenceClass } from '../../rules/text-changes.ts'
import { wholeNumbers } from '../../rules/whole-numbers.ts'
import { answerWithout } from '../document/document-page.tsx'
import { CLASS_MEANINGS, CLASS_WORDS, CLASSES, countsInWords } from './difference-words.ts'
import { compareAddress, DocumentLead } from './history-page.tsx'

const REF = /^(?:e\d{1,4}|[0-9a-f]{12}\.\d{1,6})$/u

/** A state of the portal whose shape fits the class: what weighs has the sharpest one. */
const SHAPES: Readonly<Record<DifferenceClass, string>> = {
  substance: 'overdue',
  misreading: 'due-soon',
  layout: 'long-term quiet',
}

/** What is there on one side alone stands as it is: a page of words that are struck through cannot be read. */
const Words: FC<{ side: 'from' | 'to'; difference: ClauseDifference }> = ({ side, difference }) => {
  const { from, to, runs } = difference
  if (difference[side] === null) return <p class="label">（没有这一处）</p>
  if (from === null || to === null) return <p>{difference[side]}</p>
  return (
    <p>
      <TextDifference side={side} runs={wholeNumbers(runs)} />
    </p>
  )
}

const Side: FC<{ name: string; side: 'from' | 'to'; difference: ClauseDifference }> = ({ name, side, difference }) => (
  <div class="difference-side">
    <span class="label">{name}</span>
    <Words side={side} difference={difference} />
  </div>
)

const Difference: FC<{ difference: ClauseDifference; view: DifferencesView }> = ({ difference, view }) => (
  <li class="difference">
    <p class="difference-head">
      <span class={`state ${SHAPES[difference.class]}`}>{CLASS_WORDS[difference.class]}</span>
      {difference.clauseId ? (
        <a href={`${view.document.url}#${difference.clauseId}`}>{difference.path.replaceAll('/', '') || '这一条'}</a>
      ) : (
        <span>{difference.path.replaceAll('/', '') || '正文'}</span>
      )}
    </p>
    <div class="difference-sides">
      <Side name={view.from.name} side="from" difference={difference} />
      <Side name={view.to.name} side="to" difference={difference} />
    </div>
  </li>
)

/** Every text that can be compared, by its name. */
const textsOf = ({ editions }: HistoryView) =>
  editions.flatMap(({ ref, name, prints }) => [
    { ref, name: `版本：${name}` },
    ...prints.map((print) => ({
      ref: print.ref,
      name: `刊载：${print.gazette ? `${print.gazette.title}${print.gazette.year}年第${print.gazette.number}期` : `单行文件 ${nameAlone(print.fileName)}`}`,
    })),
  ])

const Chooser: FC<{ history: HistoryView; view: DifferencesView }> = ({ history, view }) => {
  const texts = textsOf(history)
  const choice = (name: 'from' | 'to', label: string) => (
    <p class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {texts.map((text) => (
          <option value={text.ref} selected={text.ref === view[name].ref}>
            {text.name}
          </option>
        ))}
      </select>
    </p>
  )
  return (
    <form class="filters" action={`${history.document.url}/compare`} method="get" aria-label="选择两个文本">
      {choice('from', '左边')}
      {choice('to', '右边')}
      <button class="button button--quiet" type="submit">
        并排看
      </button>
    </form>
  )
}

const ClassFilter: FC<{ view: DifferencesView; chosen: DifferenceClass | null }> = ({ view, chosen }) => {
  const address = compareAddress(view.document.id, view.from.ref, view.to.ref)
  const classes = CLASSES.filter((name) => view.counts[name] > 0)
  if (classes.length < 2) return null
  return (
    <nav class="sort" aria-label="按类看">
      <a href={address} aria-current={chosen === null ? 'true' : undefined}>
        全部
      </a>
      {classes.map((name) => (
        <a href={`${address}&class=${name}`} aria-current={chosen === name ? 'true' : undefined}>
          {CLASS_WORDS[name]}
          {view.counts[name]}处
        </a>
      ))}
    </nav>
  )
}

const Differences: FC<{ view: DifferencesView; chosen: DifferenceClass | null }> = ({ view, chosen }) => {
  const shown = view.differences.filter((difference) => chosen === null || difference.class === chosen)
  const meanings = CLASSES.filter((name) => view.counts[name] > 0)
  return (
    <section class="differences" aria-labelledby="found">
      <div class="hits-head">
        <h2 id="found">{countsInWords(view.counts)}</h2>
        <ClassFilter view={view} chosen={chosen} />
      </div>
      <div class="difference-meanings">
        {meanings.map((name) => (
          <p class="label">
            {CLASS_WORDS[name]}：{CLASS_MEANINGS[name]}
          </p>
        ))}
      </div>
      {shown.length === 0 ? (
        <Empty text="两个文本的文字一致。" />
      ) : (
        <div class="difference-names" aria-hidden="true">
          <span>{view.from.name}</span>
          <span>{view.to.name}</span>
        </div>
      )}
      <ol>
        {shown.map((difference) => (
          <Difference difference={difference} view={view} />
        ))}
      </ol>
    </section>
  )
}

/** `/documents/{id}/compare?from=&to=`: two editions or prints side by side, clause by clause. */
export async function comparePage(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const site = c.get('site')
  const visitor = c.get('visitor')
  const today = deps.clock.today()
  const { from = null, to = null, class: asked } = c.req.query()
  if ([from, to].some((ref) => ref !== null && !REF.test(ref)))
    return errorPage(c, shell, 400, { lead: '地址里的版本写错了。请从这份文件的“版本与刊载沿革”里选择两个文本。' })
  const read = await deps.database.read(site.id, async (tx) => {
    const loaded = await loadHistory(tx, site.id, visitor, id, today)
    if (loaded.state !== 'found') return loaded
    const compared = await loadDifferences(tx, site.id, visitor, id, { from, to }, today)
    return compared.state === 'found' ? { ...loaded, ...compared } : compared
  })
  if (read.state !== 'found') return answerWithout(c, deps, shell, read, '/compare')
  const { history, differences: view } = read
  const { document } = history
  if (!view && (from !== null || to !== null)) return errorPage(c, shell, 404)
  return shell.page(
    c,
    {
      title: `并排比较：${document.title}`,
      description: `《${document.title}》两个版本或刊载之间的不同，逐条并排。`,
      column: { name: '政策文件', type: '政策文件', path: '/documents' },
      tags: [`document:${id}`, 'documents'],
    },
    <>
      <Crumbs
        steps={[
          { text: '文件', href: '/documents' },
          { text: document.docNumber ?? document.title, href: document.url },
          { text: '沿革', href: `${document.url}/history` },
        ]}
      />
      <h1 class="page-title">并排比较</h1>
      <DocumentLead document={document} />
      {view ? (
        <>
          <Chooser history={history} view={view} />
          <Differences view={view} chosen={CLASSES.find((name) => name === asked) ?? null} />
        </>
      ) : (
        <Empty text="这份文件只有一个文本，没有可以比较的。" href={document.url} link="看正文" />
      )}
    </>,
  )
}
