import { describe, expect, test } from 'vitest'
import { identityOf, publicId, yearOf } from './identity.ts'

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

test.each([
  [document('甲', '明溪政发〔2023〕3号', null, '2024-01-02'), 2024],
  [document('甲', '明溪政发〔2023〕3号'), 2023],
  [document('甲'), 2026],
])('the year of %j is %i', (read, year) => expect(yearOf(read, 2026)).toBe(year))

test('public ids have six digits of number', () => expect(publicId('990102', 2024, 123)).toBe('990102-2024-000123'))
