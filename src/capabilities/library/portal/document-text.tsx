import type { FC } from 'hono/jsx'
import { Title } from '../../../portal/words.tsx'
import type { ReadTable } from '../../../reader/types.ts'
import type { DocumentView, ElementView, TaskView } from '../contract.ts'
import { TaskDue } from './task-list.tsx'

/** A table: columns as printed, scrolling within itself, cards on narrow screens. */
export const TableView: FC<{ table: ReadTable; index: number; documentId: string }> = ({
  table,
  index,
  documentId,
}) => (
  <section class="table-box" aria-labelledby={`table-${index}`} tabindex={0}>
    <table class="cards">
      <caption id={`table-${index}`}>
        {table.title ?? `表${index + 1}`}
        {table.unitNote ? <span class="label">{table.unitNote}</span> : null}{' '}
        <a href={`/documents/${documentId}/tables/${index + 1}.csv`}>CSV</a>
      </caption>
      {table.columns.some((column) => column !== '') ? (
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {table.filledRows.map((row) => (
          <tr>
            {row.map((cell, column) => (
              <td data-label={table.columns[column] || undefined}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {table.notes.map((note) => (
      <p class="label">{note}</p>
    ))}
  </section>
)

const TaskNotes: FC<{ tasks: readonly TaskView[]; today: string }> = ({ tasks, today }) => (
  <details class="note fold">
    <summary>任务{tasks.length}项</summary>
    <div class="note-body">
      <ul>
        {tasks.slice(0, 4).map((task) => (
          <li>
            {task.responsible.map(({ name }) => name).join('、')} <TaskDue due={task.due} today={today} />
          </li>
        ))}
        {tasks.length > 4 ? (
          <li>
            <a href={`/tasks?plan=${tasks[0]?.documentId}`}>全部{tasks.length}项</a>
          </li>
        ) : null}
      </ul>
    </div>
  </details>
)

const CLAUSE_CLASS: Readonly<Record<string, string>> = {
  1: 'clause-1',
  2: 'clause-2',
  chapter: 'clause-1',
  section: 'clause-2',
}

const Clause: FC<{ element: Extract<ElementView, { kind: 'clause' }> }> = ({ element }) => {
  const { heading, text, label, id } = element
  const rest = heading && text.startsWith(heading) ? text.slice(heading.length) : null
  const anchor = id ? (
    <a class="clause-link" href={`#${id}`} aria-label={`${label}的链接`}>
      ¶
    </a>
  ) : null
  // A heading alone is a heading; one that the text goes on after stays in its paragraph.
  if (rest !== null && rest.replace(/[。：:]/g, '') === '' && (element.level === 1 || element.level === 'chapter')) {
    return (
      <h2 id={id ?? undefined} class={CLAUSE_CLASS[element.level]}>
        {label}
        {heading} {anchor}
      </h2>
    )
  }
  return (
    <p id={id ?? undefined} class={CLAUSE_CLASS[element.level]}>
      {rest === null ? (
        `${label}${element.level === 'article' ? '　' : ''}${text}`
      ) : (
        <>
          <b class="clause-heading">
            {label}
            {heading}
          </b>
          {rest}
        </>
      )}{' '}
      {anchor}
    </p>
  )
}

const Element: FC<{ element: ElementView; document: DocumentView }> = ({ element, document }) => {
  if (element.kind === 'clause') return <Clause element={element} />
  if (element.kind === 'table') {
    const table = document.tables[element.table]
    return table ? <TableView table={table} index={element.table} documentId={document.id} /> : null
  }
  if (element.kind === 'recipients') return <p class="recipients">{element.text}</p>
  if (element.kind === 'title') {
    return (
      <h2 class="part-title by-sense">
        <Title text={element.text} />
      </h2>
    )
  }
  if (element.kind === 'signature' || element.kind === 'date') {
    return (
      <div class="signature">
        <p>{element.text}</p>
      </div>
    )
  }
  return <p>{element.text}</p>
}

/** The text of a document in its order, notes beside the clause that they belong to. The title stands in the head. */
export const DocumentText: FC<{ document: DocumentView; today: string }> = ({ document, today }) => {
  const tasks = new Map<string, TaskView[]>()
  for (const task of document.tasks)
    if (task.clauseId) tasks.set(task.clauseId, [...(tasks.get(task.clauseId) ?? []), task])
  const shown = document.elements.filter((element) => !(element.kind === 'title' && element.part.kind === 'notice'))
  return (
    <>
      {shown.map((element) => {
        const own = element.id ? tasks.get(element.id) : undefined
        return (
          <div class="pair">
            <div class="doc-text">
              <Element element={element} document={document} />
            </div>
            {own ? <TaskNotes tasks={own} today={today} /> : null}
          </div>
        )
      })}
    </>
  )
}

/** The contents of a document: its clauses of the first two levels. */
export const Contents: FC<{ document: DocumentView }> = ({ document }) => {
  const tops = document.elements.flatMap((element) =>
    element.kind === 'clause' && element.id && (element.level === 1 || element.level === 'chapter') ? [element] : [],
  )
  if (tops.length < 2) return null
  return (
    <nav class="toc" aria-label="本文目录">
      <details class="fold">
        <summary>目录</summary>
        <ol>
          {tops.map(({ id, label, heading, text }) => (
            <li>
              <a href={`#${id}`}>
                {label}
                {(heading ?? text).slice(0, 24)}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
