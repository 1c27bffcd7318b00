import { expect, test } from 'vitest'
import type { SiteSettings } from '../platform/ports.ts'
import { Frame } from './frame.tsx'

const SETTINGS: SiteSettings = {
  name: '明溪区',
  shortName: null,
  domain: null,
  idCode: null,
  icp: null,
  policeFiling: null,
  organiser: null,
  maintainer: null,
  contact: { address: null, phone: null, hours: null, postcode: null, email: null },
  guide: { unit: null, address: null, phone: null, hours: null },
  examples: [],
}

const drawn = (settings: SiteSettings, title = '政策文件') =>
  String(
    <Frame settings={settings} options={{ title }} path="/documents" isElder={false} navigation={[]}>
      <p>正文</p>
    </Frame>,
  )
const linksOf = (html: string) => html.match(/<link[^>]+>/g) ?? []

test('what the frame keeps of a site changes with its settings, and belongs to no other site', () => {
  const before = { ...SETTINGS, organiser: '明溪区人民政府办公室' }
  const after = {
    ...before,
    name: '云岭市"明溪"区',
    organiser: '云岭市明溪区人民政府办公室',
    colours: { main: '#7a1f1f' },
  }
  const first = drawn(before)
  const second = drawn(after)
  expect(first).toContain('title="明溪区" href="/opensearch.xml"')
  expect(first).toContain('主办单位：明溪区人民政府办公室')
  expect(second).toContain('title="云岭市&quot;明溪&quot;区" href="/opensearch.xml"')
  expect(second).toContain('主办单位：云岭市明溪区人民政府办公室')
  expect(linksOf(second).length).toBe(linksOf(first).length + 1)
  expect(drawn(before)).toBe(first)
})

test('the head holds each of its elements once, in order', () => {
  const head = /<head>.*<\/head>/s.exec(drawn(SETTINGS))?.[0] ?? ''
  const names = [...head.matchAll(/<(meta|title|link|script)\b(?: (?:charset|name|rel|type)="([^"]*)")?/g)].map(
    ([, element, which]) => which ?? element,
  )
  expect(names.slice(0, 4)).toEqual(['utf-8', 'viewport', 'format-detection', 'title'])
  expect(names.slice(-5)).toEqual(['stylesheet', 'icon', 'manifest', 'search', 'module'])
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['/documents?kind=a&view=elder', '/documents?kind=a', '/documents?kind=a', 'a list of one kind is a page of its own'],
  ['/documents?utm=x', '/documents', '/documents', 'what the page does not read is no part of its address'],
  ['/documents?kind=a&year=2024', '/documents?kind=a&year=2024', '/documents', 'a combination is a part of the list'],
  ['/help?x=1', undefined, '/help', 'a page that says nothing is where its path is'],
])('asked for as %s, being %s, a page is found under %s: %s', (path, address, canonical, _because) => {
  const options = { title: '文件', ...(address ? { address } : {}) }
  const html = String(
    <Frame
      settings={{ ...SETTINGS, domain: 'a.example' }}
      options={options}
      path={path}
      isElder={false}
      navigation={[]}
    />,
  )
  expect(html).toContain(`<link rel="canonical" href="https://a.example${canonical}"/>`)
})
