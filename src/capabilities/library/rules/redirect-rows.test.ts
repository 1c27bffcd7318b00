import { describe, expect, test } from 'vitest'
import { oldPath, readRedirects } from './redirect-rows.ts'

describe('an old address', () => {
  test.each([
    ['http://old.mingxi.example/art/2021/3/1/art_17_204.html', '/art/2021/3/1/art_17_204.html', 'a whole one'],
    ['/show.jsp?id=12&c=3', '/show.jsp?id=12&c=3', 'what tells pages apart may be the query'],
    ['/公告/1.html', '/%E5%85%AC%E5%91%8A/1.html', 'as browsers send it'],
    ['/%E5%85%AC%E5%91%8A/1.html', '/%E5%85%AC%E5%91%8A/1.html', 'written so already'],
    ['/%e5%85%ac%e5%91%8a/1.html', '/%E5%85%AC%E5%91%8A/1.html', 'in small letters'],
    ['/%b9%ab%b8%e6.doc', '/%B9%AB%B8%E6.doc', 'in the code page of Chinese Windows'],
    ['https://old.mingxi.example', '/', 'the home page'],
    ['/a.html#part', '/a.html', 'a fragment never reaches a server'],
    ['art/1.html', null, 'no beginning'],
    ['/old/附件 1.pdf', '/old/%E9%99%84%E4%BB%B6%201.pdf', 'a blank in the name of an attachment'],
    ['/old/附件　一.pdf', '/old/%E9%99%84%E4%BB%B6%E3%80%80%E4%B8%80.pdf', 'a wide blank'],
    ['/a\tb.html', null, 'a tab'],
    ['/a.html /b.html', null, 'two addresses'],
    ['/a.html http://old.mingxi.example/b.html', null, 'two addresses'],
    ['', null, 'nothing'],
    ['ftp://old.mingxi.example/a', null, 'another protocol'],
  ])('%s is %s (%s)', (address, path, _because) => {
    expect(oldPath(address)).toBe(path)
  })
})

const read = (...rows: string[][]) => readRedirects(rows.map((cells, index) => ({ line: index + 1, cells })))

describe('a file of old addresses', () => {
  test('leads to documents by id or by number and title, and to attachments', () => {
    const { redirects, faults } = read(
      ['旧网址', '文件编号', '文号', '标题', '附件'],
      ['/1.html', '990102-2024-000003', '', '', ''],
      ['/2.html', '', '明溪政发[2024]2号', '关于停车的通知', ''],
      ['/3.html', '', '', '没有文号的公告', ''],
      ['/4.pdf', '', '', '', '清单.pdf'],
      ['/5.html', '', '明溪政发（2024）5号', '', ''],
      ['', '', '', '', ''],
    )
    expect(faults).toEqual([])
    expect(redirects.map(({ path, target }) => [path, target])).toEqual([
      ['/1.html', { kind: 'document', id: '990102-2024-000003' }],
      ['/2.html', { kind: 'named', docNumber: '明溪政发〔2024〕2号', title: '关于停车的通知' }],
      ['/3.html', { kind: 'named', docNumber: null, title: '没有文号的公告' }],
      ['/4.pdf', { kind: 'file', file: '清单.pdf' }],
      ['/5.html', { kind: 'named', docNumber: '明溪政发〔2024〕5号', title: null }],
    ])
  })

  test('columns go by name, also in English and in another order', () => {
    expect(read(['id', 'old'], ['a', '/1']).redirects).toMatchObject([{ path: '/1', target: { id: 'a' } }])
  })

  test.each([
    [['1.html', 'x'], '旧网址“1.html”不对'],
    [['/9.html', ''], '没有写去向'],
    [['/documents/7', 'x'], '自己的页面'],
    [['/', 'x'], '自己的页面'],
    [['/help', 'x'], '自己的页面'],
    [['/statistics?year=2020', 'x'], '自己的页面'],
    [['/feed.xml', 'x'], '自己的页面'],
    [['http://old.example/', 'x'], '自己的页面'],
    [['/1.html', 'y'], '第 2 行已经写过'],
  ])('a row %j is a fault of line 3: %s', (cells, words) => {
    const { redirects, faults } = read(['旧网址', '文件编号'], ['/1.html', 'x'], cells)
    expect(redirects).toHaveLength(1)
    expect(faults).toEqual([{ line: 3, reason: expect.stringContaining(words) }])
  })

  test.each([[[]], [[['网址', '编号']]]])('without the names of columns nothing is read: %j', (rows) => {
    expect(read(...(rows as string[][]))).toEqual({
      redirects: [],
      faults: [{ line: 1, reason: expect.stringContaining('列名') }],
    })
  })
})
