import { describe, expect, test } from 'vitest'
import type { ReadElement } from '../../../reader/types.ts'
import { assignClauseIds } from './clause-ids.ts'

const clause = (path: string, text: string): ReadElement => ({
  kind: 'clause',
  level: 1,
  label: `${path}、`,
  heading: null,
  text,
  part: { kind: 'enclosure' },
  path,
  lines: { from: 1, to: 1 },
})

describe('clause ids', () => {
  const first = assignClauseIds([clause('一', '停车收费'), clause('一/（二）', '减免'), clause('二', '供热')], [])

  test('say part and place when they are first given', () => {
    expect(first.ids).toEqual(['e-一', 'e-一-二', 'e-二'])
  })

  test('follow a clause whose number changes', () => {
    const next = assignClauseIds(
      [clause('一', '新增一条'), clause('二', '停车收费'), clause('三', '供热')],
      first.clauses,
    )
    expect(next.ids).toEqual(['e-一_2', 'e-一', 'e-二'])
  })

  test('stay where a clause is worded anew at its place', () => {
    expect(assignClauseIds([clause('一', '停车不收费')], first.clauses).ids).toEqual(['e-一'])
  })

  test('of lost clauses are kept, marked, and never given to others', () => {
    const next = assignClauseIds([clause('二', '供热')], first.clauses)
    expect(next.clauses.filter(({ isLost }) => isLost).map(({ id }) => id)).toEqual(['e-一', 'e-一-二'])
    expect(assignClauseIds([clause('二', '供热'), clause('四', '全新')], next.clauses).ids).toEqual(['e-二', 'e-四'])
  })

  test('paragraphs have none', () => {
    expect(
      assignClauseIds(
        [{ kind: 'paragraph', text: '甲', part: { kind: 'notice' }, path: '', lines: { from: 1, to: 1 } }],
        [],
      ).ids,
    ).toEqual([null])
  })
})
