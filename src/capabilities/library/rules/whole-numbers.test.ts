import { expect, test } from 'vitest'
import { compareTexts, layoutKey } from './text-changes.ts'
import { wholeNumbers } from './whole-numbers.ts'

const between = (from: string, to: string) => wholeNumbers(compareTexts(from, to, { numeralsAreSubstance: true }).runs)

test.each([
  ['2023年4月11日', '2023年4月16日', '2023年4月[11→16]日'],
  ['每餐补贴2元', '每餐补贴12元', '每餐补贴[2→12]元'],
  ['到2023年', '到2124年', '到[2023→2124]年'],
  ['提高到910元', '提高到960元', '提高到[910→960]元'],
  ['共3项', '共3项', '共3项'],
  ['每餐补贴二元', '每餐补贴三元', '每餐补贴[二→三]元'],
  ['自2024年起', '自起', '自[2024年→]起'],
])('%s and %s differ as %s', (from, to, shown) => {
  const runs = between(from, to)
  const parts = runs.map(({ kind, text }, at) => {
    if (kind === 'same') return text
    if (kind === 'from') return `[${text}→${runs[at + 1]?.kind === 'to' ? '' : ']'}`
    return `${runs[at - 1]?.kind === 'from' ? '' : '[→'}${text}]`
  })
  expect(parts.join('')).toBe(shown)
  const side = (kind: 'from' | 'to') =>
    runs.flatMap((run) => (run.kind === 'same' || run.kind === kind ? [run.text] : []))
  expect(layoutKey(side('from').join(''))).toBe(layoutKey(from))
  expect(layoutKey(side('to').join(''))).toBe(layoutKey(to))
})
