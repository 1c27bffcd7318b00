import { describe, expect, test } from 'vitest'
import type { ReadDocument } from '../../../reader/types.ts'
import { identitiesOf, identityOf, publicId, yearOf } from './identity.ts'

const document = (
  title: string,
  docNumber: string | null = null,
  issuer: string | null = null,
  signedOn: string | null = null,
) => ({ title, docNumber, issuer, signedOn })

describe('the same document', () => {
  test.each([
    [
      document('关于停车的通知', '明溪政发〔2024〕3号'),
      document('关于停车的　通知', '明溪政发〔2024〕3号'),
      true,
      'title differs in spaces',
    ],
    [
      document('关于印发《明溪区供热办法》的通知', '明溪政发〔2024〕3号'),
      document('关于印发〈明溪区供热办法〉的通知', '明溪政发〔2024〕3号'),
      true,
      'marks of a title within the title',
    ],
    [
      document('关于印发《明溪区供热办法》的通知', '明溪政发〔2024〕3号'),
      document('关于印发明溪区供热办法的通知', '明溪政发〔2024〕3号'),
      true,
      'no marks in an index',
    ],
    [
      document('关于做好2024—2025年度供热工作的通知', '明溪政发〔2024〕3号'),
      document('关于做好2024-2025年度供热工作的通知', '明溪政发〔2024〕3号'),
      true,
      'length of a dash',
    ],
    [
      document('关于公布2024年度清单（第一批）的通知', '明溪政发〔2024〕3号'),
      document('关于公布2024年度清单（第二批）的通知', '明溪政发〔2024〕3号'),
      false,
      'another lot',
    ],
    [
      document('关于停车的通知', '明溪政发〔2024〕3号'),
      document('关于供热的通知', '明溪政发〔2024〕3号'),
      false,
      'one number, two titles',
    ],
    [
      document('关于停车的通知', null, '明溪区人民政府', '2024-01-02'),
      document('关于停车的通知', null, '明溪区人民政府', '2024-01-02'),
      true,
      'no number, the same day',
    ],
    [
      document('任免通知', null, '明溪区人民政府', '2024-01-02'),
      document('任免通知', null, '明溪区人民政府', '2024-03-02'),
      false,
      'no number, another day',
    ],
    [
      document('关于停车的通知', '明溪政发〔2024〕3号', 'a', '2024-01-02'),
      document('关于停车的通知', '明溪政发〔2024〕3号', 'b', null),
      true,
      'issuer and date do not matter beside a number',
    ],
  ])('%j and %j: %s (%s)', (a, b, isSame) => expect(identityOf(a) === identityOf(b)).toBe(isSame))
})

describe('documents of one file', () => {
  const read = (order: number, text: string, docNumber: string | null = null) =>
    ({
      ...document('职务任免通知', docNumber, '明溪区人民政府', '2024-01-02'),
      order,
      elements: [{ kind: 'paragraph', text }],
      tables: [],
    }) as unknown as ReadDocument
  const places = (...documents: ReadDocument[]) =>
    [...identitiesOf(documents).values()].map((identity) => identity.slice(identityOf(read(1, '')).length))

  test('that share title, issuer and day are told apart by their words', () => {
    expect(places(read(1, '任命甲'), read(2, '免去乙'), read(3, '任命丙'))).toEqual(['', '|2', '|3'])
  })
  test('that say the same are one', () => {
    expect(places(read(1, '任命甲'), read(2, '免去乙'), read(3, '任命 甲'))).toEqual(['', '|2', ''])
  })
  test('with a number are what their number and title say', () => {
    const [one, other] = identitiesOf([
      read(1, '甲', '明溪政任〔2024〕1号'),
      read(2, '乙', '明溪政任〔2024〕1号'),
    ]).values()
    expect(one).toBe(other)
  })
})

test.each([
  [document('甲', '明溪政发〔2023〕3号', null, '2024-01-02'), null, 2024, 'signed'],
  [document('甲', '明溪政发〔2023〕3号'), '2025-1', 2023, 'numbered, whatever issue prints it'],
  [document('2024年1—9月全区主要经济指标'), '2025-1', 2024, 'the period in its title'],
  [document('２０２２年主要经济指标'), null, 2022, 'wide digits'],
  [document('主要经济指标'), '2023-4', 2023, 'the issue that prints it'],
  [document('2030年远景目标'), '2023-4', 2023, 'a year to come is not its year'],
  [document('第120245号年检名单'), '2023-4', 2023, 'four digits of a longer number are no year'],
  [document('甲'), null, 2026, 'nothing says it: loaded'],
])('%j in issue %s is of %i (%s)', (read, issue, year, _because) => expect(yearOf(read, issue, 2026)).toBe(year))

test('public ids have six digits of number', () => expect(publicId('990102', 2024, 123)).toBe('990102-2024-000123'))
