import { expect, test } from 'vitest'
import { NewestGazette } from './newest-gazette.tsx'

test('an issue whose day is unknown says only what it holds', () => {
  const html = String(
    <NewestGazette
      title="公报"
      year={2025}
      number={2}
      totalNumber={null}
      url="/gazettes/2025-2"
      publishedOn={null}
      documentCount={3}
    />,
  )
  expect(html).toContain('载文件3件')
  expect(html).not.toContain('出刊')
})
