import { describe, expect, test } from 'vitest'
import { convertHtml } from './html.ts'

const TITLE = '明溪区民政局关于做好2025年冬季救助工作的通知'
const BODY = [
  '各街道办事处、水头镇人民政府：',
  '为做好冬季救助工作，保障困难群众温暖过冬，现将有关事项通知如下：',
  '一、排查对象。各街道对独居老人、重病重残人员逐户走访，建立台账，每周更新一次。',
  '二、落实救助。对符合条件的家庭，三个工作日内发放补贴，不得要求重复提交材料。',
]
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('')
const read = (html: string | Uint8Array) => {
  const converted = convertHtml(typeof html === 'string' ? Buffer.from(html) : html)
  if (!converted.ok) throw new Error(converted.problem.message)
  return converted.value
}
const texts = (html: string | Uint8Array) => read(html).lines.map(({ text }) => text)
const site = (inside: string, head = '') => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>
<div class="header"><a href="/">明溪区人民政府</a><form action="/s"><input name="q"></form></div>
<ul class="nav"><li><a href="/a">政务公开</a></li><li><a href="/b">政务服务</a></li></ul>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/tz">通知公告</a></div>
<div class="main"><h1>${TITLE}</h1><div class="info">发布时间：2025-11-04 来源：区民政局 字体：<a>大</a> <a>小</a></div>
<div class="share">分享到：微信 微博</div>${inside}
<div class="qrcode">扫一扫在手机打开当前页</div><div class="tools"><a>打印</a><a>关闭</a></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/1">关于发放高温津贴的通知，请各单位遵照执行</a></li></ul></div></div>
<div class="footer"><p>主办单位：明溪区人民政府办公室</p><p>网站标识码：9901020001</p><p>明ICP备00000000号</p></div>
<script>document.write('脚本')</script></body></html>`

describe('a page of a government site', () => {
  test.each([
    ['with a box named as the text', site(`<div class="TRS_Editor">${paragraphs(BODY)}</div>`)],
    ['with a box of an unknown name', site(`<div class="abc123">${paragraphs(BODY)}</div>`)],
    ['without any box', site(paragraphs(BODY))],
    ['with text in a table that only lays it out', site(`<table><tr><td>${paragraphs(BODY)}</td></tr></table>`)],
    ['with lines parted by breaks', site(`<div id="zoom">${BODY.join('<br>')}</div>`)],
    ['with markup never closed', site(`<div id="zoom"><p>${BODY.join('<p><span>')}`)],
  ])('%s gives its title and its text, nothing else', (_, html) => expect(texts(html)).toEqual([TITLE, ...BODY]))

  test('what its meta tags say are hints', () => {
    const head = `<meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2025-11-04 10:00"><meta name="ContentSource" content="区民政局">`
    expect(read(site(paragraphs(BODY), head)).hints).toMatchObject({
      title: TITLE,
      publishedOn: '2025-11-04',
      issuer: '区民政局',
    })
  })

  test('the title that the text states goes before the one of the meta tags', () => {
    const head = '<meta name="ArticleTitle" content="关于冬季救助">'
    expect(texts(site(`<div class="TRS_Editor">${paragraphs([TITLE, ...BODY])}</div>`, head))).toEqual([TITLE, ...BODY])
  })

  test('a table of facts above the text gives hints and is no text', () => {
    const facts =
      '<table><tr><td>索引号</td><td>990102/2025-00031</td><td>发文字号</td><td>明溪民发〔2025〕31号</td></tr><tr><td>成文日期</td><td>2025年11月3日</td><td>公开方式</td><td>主动公开</td></tr></table>'
    const page = read(site(`${facts}${paragraphs(BODY)}`))
    expect(page.hints).toMatchObject({ docNumber: '明溪民发〔2025〕31号', signedOn: '2025-11-03' })
    expect(page.lines.map(({ text }) => text)).toEqual([TITLE, ...BODY])
  })

  test('pictures among the text are told: what stands in them cannot be read', () => {
    const page = read(site(`<div class="TRS_Editor">${paragraphs(BODY)}<p><img src="t1.jpg" width="600"></p></div>`))
    expect(page.findings).toMatchObject([{ code: 'pictures-in-text', message: expect.stringContaining('1 张图片') }])
  })
})

describe('tables, lists and signs', () => {
  test('cells keep their spans, and paragraphs in a cell stay apart', () => {
    const table =
      '<table><tr><th rowspan="2">任务</th><th colspan="2">要求</th></tr><tr><th>内容</th><th>时限</th></tr><tr><td>救助</td><td><p>发放补贴</p><p>入户走访</p></td><td>年底</td></tr></table>'
    const rows = read(site(`<div class="TRS_Editor">${paragraphs(BODY)}${table}</div>`)).lines.flatMap(({ cells }) =>
      cells ? [cells] : [],
    )
    expect(rows).toEqual([
      [
        { text: '任务', rowSpan: 2 },
        { text: '要求', columnSpan: 2 },
      ],
      [{ text: '内容' }, { text: '时限' }],
      [{ text: '救助' }, { text: '发放补贴</p><p>入户走访' }, { text: '年底' }],
    ])
  })

  test.each([
    ['<ol><li>甲</li><li>乙</li></ol>', ['1. 甲', '2. 乙']],
    ['<ol start="3"><li>丙</li></ol>', ['3. 丙']],
    ['<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>', ['一、甲', '二、乙']],
    ['<ul><li>甲</li></ul>', ['甲']],
    ['<p>100m<sup>2</sup></p>', ['100m²']],
    ['<p>甲<del>旧</del>乙</p>', ['甲乙']],
    ['<p>甲<span style="display:none">藏</span>乙</p>', ['甲乙']],
    ['<p>5&nbsp;&lt;&nbsp;6&hellip;</p>', ['5 < 6…']],
  ])('%s is read as %j', (html, lines) => {
    const found = texts(site(`<div class="TRS_Editor">${paragraphs(BODY)}${html}</div>`))
    expect(found.slice(BODY.length + 1).map((line) => line.replaceAll('\u00a0', ' '))).toEqual(lines)
  })
})

describe('encodings and broken pages', () => {
  test('GB18030 is read by its meta tag', () => {
    const gb = Buffer.concat([
      Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>'),
      Buffer.from([0xb9, 0xa9, 0xc8, 0xc8]),
      Buffer.from('2024</p></body></html>'),
    ])
    expect(texts(gb)).toEqual(['供热2024'])
  })
  test('a page that says GB2312 and is UTF-8 is read as what it is', () =>
    expect(texts('<html><head><meta charset="gb2312"></head><body><p>供热期从十一月开始。</p></body></html>')).toEqual([
      '供热期从十一月开始。',
    ]))
  test.each([
    ['an empty page', '<html><body></body></html>', 'no-text'],
    ['a page of pictures', '<html><body><img src="a.jpg"></body></html>', 'no-text'],
    ['nesting without end', `<html><body>${'<div>'.repeat(3000)}字`, 'too-deep'],
  ])('%s is refused with a sentence', (_, html, code) =>
    expect(convertHtml(Buffer.from(html))).toMatchObject({ ok: false, problem: { code } }),
  )
})
