import { describe, expect, test } from 'vitest'
import type { UnitKind, UnitView } from '../contract.ts'
import { dutiesOf, unitTree } from './unit-tree.ts'

const unit = (id: string, kind: UnitKind, parentId: string | null = null): UnitView => ({
  id,
  kind,
  parentId,
  name: id,
  names: [],
  validFrom: null,
  validTo: null,
  phone: null,
  hours: null,
  address: null,
  duties: [],
  code: null,
  url: `/units/${id}`,
})
const shown = (units: readonly UnitView[]) =>
  unitTree(units).map(({ kind, branches }) => [
    kind,
    ...branches.map(({ unit: { id }, below }) => (below.length > 0 ? `${id}(${below.map((one) => one.id)})` : id)),
  ])

describe('the tree of units', () => {
  test('kinds stand in the order of the government, units in the order of their file', () => {
    expect(
      shown([unit('town', 'town'), unit('b', 'department'), unit('a', 'department'), unit('gov', 'government')]),
    ).toEqual([
      ['government', 'gov'],
      ['department', 'b', 'a'],
      ['town', 'town'],
    ])
  })

  test('a community stands under its town, an institution under its department', () => {
    expect(
      shown([
        unit('bureau', 'department', 'gov'),
        unit('office', 'institution', 'bureau'),
        unit('town', 'town'),
        unit('village', 'community', 'town'),
      ]),
    ).toEqual([
      ['department', 'bureau(office)'],
      ['town', 'town(village)'],
    ])
  })

  test('an institution of the government itself, or of one that is not there, stands by itself', () => {
    expect(
      shown([unit('gov', 'government'), unit('centre', 'institution', 'gov'), unit('lone', 'institution', 'gone')]),
    ).toEqual([
      ['government', 'gov'],
      ['institution', 'centre', 'lone'],
    ])
  })
})

test.each([
  [['管低保、养老和婚姻登记。', '发放助餐补贴。'], '管低保、养老和婚姻登记。', 1, 'a sentence leads'],
  [['一、负责低保。', '二、负责养老。'], null, 2, 'a numbered list has no lead'],
  [['（一）负责低保。'], null, 1, 'numbered in brackets'],
  [[], null, 0, 'nothing known'],
] as [string[], string | null, number, string][])('%j: leads with %s, %i more (%s)', (duties, lead, more) => {
  const read = dutiesOf({ duties })
  expect([read.lead, read.list.length]).toEqual([lead, more])
})
