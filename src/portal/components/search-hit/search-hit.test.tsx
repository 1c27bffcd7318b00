import { expect, test } from 'vitest'
import { SearchHit } from './search-hit.tsx'

test('a title is escaped, the found words are marked', () => {
  const html = String(
    <SearchHit
      title="<i>通知"
      url="/documents/1"
      docNumber={null}
      signedOn={null}
      issuer={null}
      validity="unknown"
      snippet="<mark>供热</mark>"
    />,
  )
  expect(html).toContain('&lt;i&gt;通知')
  expect(html).toContain('<mark>供热</mark>')
})
