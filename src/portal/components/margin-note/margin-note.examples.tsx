import { componentExamples } from '../../examples.ts'
import { TaskState } from '../task-state/task-state.tsx'
import { Facts, MarginNote } from './margin-note.tsx'

export const marginNote = componentExamples({
  name: 'margin-note',
  component: MarginNote,
  cases: {
    'tasks and citations': {
      summary: '任务1项，依据1件',
      groups: [
        {
          label: '任务',
          entries: [
            <>
              <TaskState state="due-soon" days={6} /> <a href="/tasks?plan=1">备足融雪剂</a>
            </>,
          ],
        },
        { label: '依据', entries: [<a href="/documents/990102-2024-000003">《明溪区市容管理办法》</a>] },
        { label: '解读', entries: [] },
      ],
    },
  },
})

export const facts = componentExamples({
  name: 'facts',
  component: Facts,
  cases: {
    'of a document': {
      facts: [
        ['成文', '2025年11月3日'],
        ['施行', null],
        ['主题', '城乡建设、环境保护'],
      ],
    },
  },
})
