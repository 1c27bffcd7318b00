import { expect, test } from 'vitest'
import { splitOrgans } from './issuers.ts'

test.each([
  ['青河市财政局青河市民政局', ['青河市财政局', '青河市民政局'], 'two names without a sign between them'],
  ['国家税务总局青河市税务局', ['国家税务总局青河市税务局'], 'the tax office of a place'],
  [
    '青河市医疗保障局国家税务总局青河市税务局',
    ['青河市医疗保障局', '国家税务总局青河市税务局'],
    'the tax office after another organ',
  ],
])('%s is %j (%s)', (text, expected) => expect(splitOrgans(text)).toEqual(expected))
