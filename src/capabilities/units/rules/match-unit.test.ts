import { describe, expect, test } from 'vitest'
import { districtIn, makeMatcher } from './match-unit.ts'

const always = { validFrom: null, validTo: null }
const match = makeMatcher(
  [
    { unitId: 'gov', name: '明溪区人民政府', ...always },
    { unitId: 'fagai', name: '明溪区发展和改革局', ...always },
    { unitId: 'fagai', name: '区发改局', ...always },
    { unitId: 'zfb', name: '明溪区人民政府办公室', ...always },
    { unitId: 'old-edu', name: '明溪区教育局', validFrom: null, validTo: '2019-03-01' },
    { unitId: 'edu', name: '明溪区教育和体育局', validFrom: '2019-03-02', validTo: null },
    { unitId: 'edu', name: '区教体局', validFrom: '2019-03-02', validTo: null },
    { unitId: 'north', name: '服务中心', ...always },
    { unitId: 'south', name: '服务中心', ...always },
    { unitId: 'city-branch', name: '云岭市生态环境局明溪分局', ...always },
    { unitId: 'liudi', name: '明溪区柳堤街道办事处', ...always },
  ],
  '明溪区',
)

describe('which unit a name means', () => {
  test.each([
    ['明溪区发展和改革局', null, 'fagai', 'full name'],
    ['明溪区 发展和改革局', null, 'fagai', 'space inside'],
    ['区发改局', null, 'fagai', 'alias'],
    ['明溪区发改局', null, 'fagai', 'the district for the 区 of an alias'],
    ['区发展和改革局', null, 'fagai', '区 for the district'],
    ['本区发展和改革局', null, 'fagai', '本区 for the district'],
    ['发展和改革局', null, 'fagai', 'without the district'],
    ['云岭市明溪区人民政府办公室', null, 'zfb', 'city and district before it'],
    ['青岚省云岭市明溪区人民政府办公室', null, 'zfb', 'province, city and district before it'],
    ['区政府办公室', null, 'zfb', '政府 for 人民政府'],
    ['区政府办公厅', null, 'zfb', '办公厅 for 办公室'],
    ['区政府', null, 'gov', 'the government itself'],
    ['云岭市生态环境局明溪分局', null, 'city-branch', 'a branch of the city by its full name'],
    ['柳堤街道办事处', null, 'liudi', 'a subdistrict without the district'],
    ['明溪区教育局', '2018-05-01', 'old-edu', 'the name of its day'],
    ['区教体局', '2024-05-01', 'edu', 'the alias of its day'],
  ])('%s on %s: %s (%s)', (name, on, id, _because) => expect(match(name, on)).toEqual({ kind: 'unit', id }))

  test.each([
    ['区教体局', '2018-05-01', 'the alias was not yet'],
    ['区教育局', '2024-05-01', 'the name was no more'],
    ['服务中心', null, 'two units bear it'],
    ['区海洋局', null, 'no such unit'],
    ['市发展和改革局', null, "the city's, not the district's"],
    ['云岭市发展和改革局', null, "the city's by its full name"],
    ['清浦区发展和改革局', null, "a neighbour's"],
    ['省发展和改革局', null, "the province's"],
    ['人民政府', null, 'whose government is not said'],
    ['', null, 'nothing'],
    ['局'.repeat(1_000_000), null, 'no name is so long'],
  ])('%.20s on %s: unknown (%s)', (name, on, _because) => expect(match(name, on)).toEqual({ kind: 'unknown' }))

  test.each(['各街道办事处', '各街道（镇）', '区政府各部门（单位）', '区政府有关部门', '各有关单位'])(
    '%s stays a group',
    (name) => {
      expect(match(name, null)).toEqual({ kind: 'group' })
    },
  )

  test('without a government among the units names are compared as they stand', () => {
    const plain = makeMatcher([{ unitId: 'fagai', name: '区发改局', ...always }], null)
    expect(plain('区发改局', null)).toEqual({ kind: 'unit', id: 'fagai' })
    expect(plain('发改局', null)).toEqual({ kind: 'unknown' })
  })
})

test.each([
  [['云岭市明溪区人民政府', '明溪区水头镇人民政府'], '明溪区'],
  [['明溪区人民政府', '区发改局'], '明溪区'],
  [['云岭市松原县人民政府'], '松原县'],
  [['云岭市白沙市人民政府'], '白沙市'],
  [['市中区人民政府'], '市中区'],
  [['云岭市市中区人民政府'], '市中区'],
  [['区发改局'], null],
])('the district of %j is %s', (names, district) => expect(districtIn(names)).toBe(district))
