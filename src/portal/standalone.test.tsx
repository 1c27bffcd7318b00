import { expect, test } from 'vitest'
import { standalonePage, withOwnIds } from './standalone.tsx'

test('ids of a part, and what points to them, get its prefix; addresses and words stay', () => {
  expect(
    withOwnIds('<a href="#a">1</a><p id="a"> id=&quot;x</p><p aria-labelledby="a"><a href="/b#a">2</a></p>', 'd2'),
  ).toBe('<a href="#d2-a">1</a><p id="d2-a"> id=&quot;x</p><p aria-labelledby="d2-a"><a href="/b#a">2</a></p>')
})

test('a page that is kept as a file fetches nothing, and leads to the portal by its whole address', async () => {
  const settings = { name: '云岭市明溪区人民政府', colours: { main: '#7a1f1f' } }
  const html = await standalonePage(
    { title: '公报', settings, origin: 'https://www.mingxi.example', isElder: true },
    <>
      <a href="/documents/1">网页</a>
      <a href="#d1">目录</a>
    </>,
  )
  expect(html).not.toMatch(/<link|<script|<img| src=|url\(/u)
  expect(html).toContain('--indigo:#7a1f1f')
  expect(html).toContain('href="https://www.mingxi.example/documents/1"')
  expect(html).toContain('href="#d1"')
  expect(html).toContain('<html lang="zh-CN" class="elder">')
})
