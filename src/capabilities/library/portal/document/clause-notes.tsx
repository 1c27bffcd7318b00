import type { FC } from 'hono/jsx'
import type { Day } from '../../../../kernel/day.ts'
import { MarginNote } from '../../../../portal/components/margin-note/margin-note.tsx'
import type { RelationView, TaskView } from '../../contract.ts'
import { EFFECT_WORDS, RelatedDocument } from '../relation-words.tsx'
import { StateOfTask, taskAnchor, UnitLinks } from '../task-words.tsx'
import { entriesThatFit, type ClauseNotes as Notes } from './notes.ts'

/** 任务2项，依据1件: what a phone shows until it is opened. */
function summaryOf(tasks: number, relations: readonly RelationView[]): string {
  const words = new Map<string, number>()
  for (const { effect } of relations) {
    const word = EFFECT_WORDS[effect].to
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  return [tasks > 0 ? `任务${tasks}项` : '', ...[...words].map(([word, count]) => `${word}${count}件`)]
    .filter(Boolean)
    .join('，')
}

/** A task; one that the clause itself says is not said again, only whose it is. */
const TaskEntry: FC<{ task: TaskView; today: Day }> = ({ task, today }) => (
  <>
    <StateOfTask due={task.due} today={today} />{' '}
    {task.source === 'prose' ? (
      <UnitLinks units={task.responsible} />
    ) : (
      <a href={`/tasks?plan=${task.documentId}#${taskAnchor(task)}`}>{shortened(task.requirement)}</a>
    )}
  </>
)

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 28)}…` : text)

/** Tasks and citations beside the clause that they belong to; on a phone a line that opens under it. */
export const ClauseNotes: FC<{ notes: Notes; textLength: number; today: Day; planUrl: string }> = (props) => {
  const { notes, textLength, today, planUrl } = props
  const { tasks, relations } = notes
  const lengths = [
    ...relations.map(({ title, docNumber }) => title.length + (docNumber?.length ?? 0)),
    ...tasks.map(({ requirement }) => Math.min(30, requirement.length) + 6),
  ]
  const fitting = entriesThatFit(textLength, lengths)
  const shownRelations = relations.slice(0, fitting)
  const shownTasks = tasks.slice(0, Math.max(fitting - shownRelations.length, tasks.length > 0 ? 1 : 0))
  const left = tasks.length - shownTasks.length
  const byEffect = Map.groupBy(shownRelations, ({ effect }) => EFFECT_WORDS[effect].to)
  return (
    <MarginNote
      summary={summaryOf(tasks.length, relations)}
      groups={[
        ...[...byEffect].map(([label, entries]) => ({
          label,
          entries: entries.map((relation) => <RelatedDocument relation={relation} />),
        })),
        {
          label: '任务',
          entries: [
            ...shownTasks.map((task) => <TaskEntry task={task} today={today} />),
            ...(left > 0 ? [<a href={planUrl}>另有{left}项</a>] : []),
          ],
        },
      ]}
    />
  )
}
