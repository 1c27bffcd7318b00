import { describe, expect, test } from 'vitest'
import { makeMatcher } from './match-unit.ts'

const always = { validFrom: null, validTo: null }
const match = makeMatcher(
  [
    { unitId: 'fagai', name: '明溪区发展和改革局', ...always },
    { unitId: 'fagai', name: '区发改局', ...always },
    { unitId: 'zfb', name: '明溪区人民政府办公室', ...always },
    { unitId: 'old-edu', name: '明溪区教育局', validFrom: null, validTo: '2019-03-01' },
    { unitId: 'edu', name: '明溪区教育和体育局', validFrom: '2019-03-02', validTo: null },
    { unitId: 'edu', name: '区教体局', validFrom: '2019-03-02', validTo: null },
    { unitId: 'north', name: '服务中心', ...always },
    { unitId: 'south', name: '服务中心', ...always },
  ],
  ['云岭市', '明溪区', '云岭市明溪区'],
)

describe('which unit a name means', () => {
  test.each([
    ['明溪区发展和改革局', null, 'fagai', 'full name'],
    ['区发改局', null, 'fagai', 'alias'],
    ['区发展和改革局', null, 'fagai', '区 for the place'],
    ['发展和改革局', null, 'fagai', 'without the place'],
    ['云岭市明溪区人民政府办公室', null, 'zfb', 'city and district before it'],
    ['明溪区教育局', '2018-05-01', 'old-edu', 'the name of its day'],
    ['区教体局', '2024-05-01', 'edu', 'the alias of its day'],
  ])('%s on %s: %s (%s)', (name, on, id, _because) => expect(match(name, on)).toEqual({ kind: 'unit', id }))

  test.each([
    ['区教体局', '2018-05-01', 'the alias was not yet'],
    ['服务中心', null, 'two units bear it'],
    ['区海洋局', null, 'no such unit'],
  ])('%s on %s: unknown (%s)', (name, on, _because) => expect(match(name, on)).toEqual({ kind: 'unknown' }))

  test.each(['各街道办事处', '各街道（镇）', '区政府各部门（单位）', '区政府有关部门', '各有关单位'])(
    '%s stays a group',
    (name) => {
      expect(match(name, null)).toEqual({ kind: 'group' })
    },
  )
})
