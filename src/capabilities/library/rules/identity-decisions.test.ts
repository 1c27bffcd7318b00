import { expect, test } from 'vitest'
import { decidedIdentity, type IdentityDecision, partedIdentity } from './identity-decisions.ts'

const merge = (fromIdentity: string, intoIdentity: string): IdentityDecision => ({
  fromIdentity,
  fileHash: '',
  intoIdentity,
})
const part = (identity: string, fileHash: string): IdentityDecision => ({
  fromIdentity: identity,
  fileHash,
  intoIdentity: partedIdentity(identity, fileHash),
})

test.each([
  ['甲', 'f1', [], '甲', 'nobody decided anything'],
  ['甲', 'f1', [merge('甲', '乙')], '乙', 'made one'],
  ['甲', 'f1', [merge('乙', '丙'), merge('甲', '乙')], '丙', 'made one twice'],
  ['甲', 'f1', [merge('甲', '乙'), merge('乙', '甲')], '甲', 'a circle ends where it began'],
  ['甲', 'f1', [part('甲', 'f1')], '甲|s|f1', 'parted'],
  ['甲', 'f2', [part('甲', 'f1')], '甲', 'parted for another file'],
  ['甲', 'f1', [part('甲', 'f1'), merge('甲', '乙')], '甲|s|f1', 'parted before it is made one'],
  ['甲', 'f1', [part('甲', 'f1'), merge('甲|s|f1', '乙')], '乙', 'parted, then made one with another'],
] as [string, string, IdentityDecision[], string, string][])(
  '%s of %s with %j is %s (%s)',
  (identity, file, decisions, expected, _because) => {
    expect(decidedIdentity(identity, file, decisions)).toBe(expected)
  },
)
