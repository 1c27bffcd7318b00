import { expect, test } from 'vitest'
import { Crumbs } from './breadcrumb.tsx'

test('the way begins at the first page', () => {
  const links = String(<Crumbs steps={[{ text: '公报', href: '/gazettes' }]} />).match(/href="[^"]*"/g)
  expect(links).toEqual(['href="/"', 'href="/gazettes"'])
})
