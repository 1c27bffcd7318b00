import { expect, test } from 'vitest'
import { Tally } from './tally.tsx'

test('a state that no task is in is left out', () => {
  const html = String(
    <Tally
      counts={[
        { state: 'overdue', count: 0 },
        { state: 'done', count: 3 },
      ]}
    />,
  )
  expect(html).not.toContain('逾期')
  expect(html).toContain('<dd>3</dd>')
})

test('a better word stands for the state, and a long number is parted', () => {
  const html = String(<Tally counts={[{ state: 'running', word: '时限未到', count: 1392 }]} />)
  expect(html).toContain('>时限未到<')
  expect(html).toContain('<dd>1,392</dd>')
})
