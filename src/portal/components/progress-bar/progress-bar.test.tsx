import { expect, test } from 'vitest'
import { ProgressBar } from './progress-bar.tsx'

test('the bar has a name and says its figures; without anything to do it is empty, not broken', () => {
  expect(String(<ProgressBar label="第2次装载" done={3} total={8} />)).toContain('3 / 8')
  expect(String(<ProgressBar label="第2次装载" done={0} total={0} />)).toContain(
    '<progress value="0" max="1" aria-label="第2次装载">',
  )
})
