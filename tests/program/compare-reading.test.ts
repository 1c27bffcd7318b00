import { expect, test } from 'vitest'
import { compareReading, type Found, type Gold, isSame } from './compare-reading.ts'

const gold: Gold = {
  source: 'a.txt',
  gazette: null,
  documents: [
    {
      order: 1,
      title: '关于供热的通知',
      clauses: { level1: 1, level2: 0 },
      attachments: [],
      firstWords: '一、供热',
      lastWords: '（完）',
    },
  ],
  tables: [],
  tasks: [
    { documentOrder: 1, no: 1, path: [], requirement: '检修管网。', responsible: ['区住建局'], due: '2025-10-31' },
  ],
  citations: [{ documentOrder: 1, title: '供热条例', docNumber: null }],
  noise: ['— 3 —'],
}
const [document] = gold.documents
const right = {
  ...gold,
  documents: [{ ...document, clauses: { level2: 0, level1: 1 }, text: '一、供热\n（ 完 )' }],
} as unknown as Found
const [task] = gold.tasks
const wrongFields = (found: Found) =>
  compareReading(gold, found)
    .filter((one) => !isSame(one))
    .map(({ field }) => field)

test.each<[string, Found, string[]]>([
  ['the same, but for spaces, widths and the order of keys', right, []],
  ['another unit', { ...right, tasks: [{ ...task, responsible: [] }] } as Found, ['task.responsible']],
  [
    'a task lost',
    { ...right, tasks: [] },
    ['documentOrder', 'no', 'path', 'requirement', 'responsible', 'due'].map((field) => `task.${field}`),
  ],
  ['a task twice', { ...right, tasks: [task, task] } as Found, ['task.extra']],
  ['a document too many', { ...right, documents: [...right.documents, ...right.documents] }, ['document.extra']],
  [
    'the end of the text lost',
    { ...right, documents: [{ ...right.documents[0], text: '一、供热' }] } as Found,
    ['document.lastWords'],
  ],
  [
    'a page number in the text',
    { ...right, documents: [{ ...right.documents[0], text: '一、供热\n—3—\n（完）' }] } as Found,
    ['noise'],
  ],
  ['a gazette where there is none', { ...right, gazette: { title: '公报' } }, ['gazette.any']],
])('%s', (_, found, fields) => expect(wrongFields(found)).toEqual(fields))
