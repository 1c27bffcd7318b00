import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../../law/national/kinds.ts'
import { readSource } from '../../reader/read-source.ts'
import { convertHtml } from './html.ts'

const TITLE = '明溪区人民政府关于印发《明溪区农村供水管理办法》的通知'
const NUMBER = '明溪政规〔2024〕6号'
const BODY = [
  '各镇人民政府、街道办事处，区政府各部门：',
  '《明溪区农村供水管理办法》已经区政府常务会议审议通过，现印发给你们，请遵照执行。',
  '各有关单位要加强水源保护，定期检测水质，保障农村居民用水安全。供水单位应当公布收费标准和服务电话，接受社会监督。',
]
const text = BODY.map((line) => `<p>${line}</p>`).join('')
const signed = '<p align="right">明溪区人民政府</p><p align="right">2024年5月6日</p>'
const nav = `<div class="hd"><a href="/"><img src="/logo.png"></a><div class="sitename">明溪区人民政府门户网站</div></div>
<div class="dh"><ul><li><a href="/a">政务公开</a></li><li><a href="/b">关于开展全民阅读活动的通知</a></li></ul></div>`
const foot = `<div class="xg"><div class="xg-title">相关解读</div><ul><li><a href="/1">《明溪区农村供水管理办法》的政策解读，请参阅</a></li></ul></div>
<div class="ft"><div>主办：明溪区人民政府办公室</div><div>明ICP备00000000号</div></div>`
const page = (inside: string, title: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${nav}${inside}${foot}</body></html>`

const rows = (label: string, value: string) =>
  `<tr><${label}>索 引 号：</${label}><${value}>990102-0201/2024-00046</${value}><${label}>主题分类：</${label}><${value}>水利、水务</${value}></tr>
<tr><${label}>发文机关：</${label}><${value}>明溪区人民政府</${value}><${label}>成文日期：</${label}><${value}>2024年05月06日</${value}></tr>
<tr><${label}>标　　题：</${label}><${value}>${TITLE}</${value}></tr>
<tr><${label}>发文字号：</${label}><${value}>明溪政规[2024]6号</${value}><${label}>发布日期：</${label}><${value}>2024年05月09日</${value}></tr>`
const pairs: readonly (readonly [string, string])[] = [
  ['索引号', '990102-0201/2024-00046'],
  ['发布机构', '明溪区人民政府办公室'],
  ['成文日期', '2024-05-06'],
  ['文号', NUMBER],
  ['发布日期', '2024-05-09'],
  ['有效性', '有效'],
]
const listed = (around: (label: string, value: string) => string) =>
  pairs.map(([label, value]) => around(label, value)).join('')

const SITES: readonly (readonly [string, string, string])[] = [
  [
    'a table of facts, title in a box called bt',
    `<div class="main"><table class="xxgk"><tbody>${rows('td', 'td')}</tbody></table><div class="bt">${TITLE}</div><div class="sj">2024-05-09 10:20 来源：区政府办公室</div><div id="zoom">${text}${signed}</div></div>`,
    '明溪区人民政府门户网站',
  ],
  [
    'facts in a list, label and value in elements of their own',
    `<div class="xl_tit">${TITLE.replace('关于', '<br>关于')}</div><ul class="xl_xx">${listed((label, value) => `<li><span>${label}</span><em>${value}</em></li>`)}</ul><div class="TRS_Editor">${text}${signed}</div>`,
    `${TITLE}_明溪区人民政府`,
  ],
  [
    'facts in a definition list without colons',
    `<div class="wrap"><dl class="facts">${listed((label, value) => `<dt>${label}</dt><dd>${value}</dd>`)}</dl><p class="arc_title">${TITLE}</p><div class="box">${text}${signed}</div></div>`,
    `政府文件-${TITLE}`,
  ],
  [
    'labels in bold before their values, on one line',
    `<div class="c1"><div class="c2">${TITLE}</div><div class="c3">${listed((label, value) => `<b>${label}：</b>${value}&emsp;`)}</div><div class="c4">${text}${signed}</div></div>`,
    '政策文件 | 明溪区人民政府',
  ],
  [
    'a row of labels over a row of values',
    `<div class="news-title">${TITLE}</div><table><tr>${pairs.map(([label]) => `<th>${label}</th>`).join('')}</tr><tr>${pairs.map(([, value]) => `<td>${value}</td>`).join('')}</tr></table><div class="article-content">${text}${signed}</div>`,
    TITLE,
  ],
  [
    'tables that lay out the page, as sites were built twenty years ago',
    `<form name="f"><table width="960"><tr><td width="200"><a href="/x">领导之窗</a></td><td><table><tr><td align="center"><font size="5"><b>${TITLE}</b></font></td></tr><tr><td>发布时间：2024-05-09　点击数：12　文号：${NUMBER}</td></tr><tr><td><div>${text}${signed}</div></td></tr></table></td></tr></table></form>`,
    '明溪区人民政府',
  ],
  [
    'names made by a bundler, and the facts below the text',
    `<div class="_3fa9"><div class="_77b2"><span>${TITLE}</span></div><div class="_0c1d">${text}${signed}</div><div class="_91ee">${listed((label, value) => `<div class="_r"><div class="_l">${label}</div><div class="_v">${value}</div></div>`)}</div></div>`,
    `明溪区人民政府门户网站 ${TITLE}`,
  ],
  [
    'facts within the box of the text',
    `<div class="TRS_Editor"><ul>${listed((label, value) => `<li><i>${label}</i><span>${value}</span></li>`)}</ul>${text}${signed}</div>`,
    `${TITLE} - 明溪区人民政府门户网站`,
  ],
]

const read = (html: string) => {
  const converted = convertHtml(Buffer.from(html))
  if (!converted.ok) throw new Error(converted.problem.message)
  return converted.value
}
const kinds = DOCUMENT_KINDS.map(({ name }) => name)
const documentOf = (html: string) => {
  const { documents } = readSource(read(html), { kinds, unitNames: [] })
  expect(documents).toHaveLength(1)
  return documents[0]
}

describe('title and number that stand outside the text', () => {
  test.each(SITES)('%s', (_, inside, title) => {
    const found = read(page(inside, title))
    expect(found.lines.map((line) => line.text.replace(/\s/g, ''))).toEqual([
      TITLE,
      ...BODY,
      '明溪区人民政府',
      '2024年5月6日',
    ])
    expect(found.hints).toMatchObject({ docNumber: NUMBER, publishedOn: '2024-05-09' })
    const document = documentOf(page(inside, title))
    expect(document).toMatchObject({
      title: TITLE,
      docNumber: NUMBER,
      kind: '通知',
      signedOn: '2024-05-06',
      recipients: '各镇人民政府、街道办事处，区政府各部门',
    })
    expect(document?.findings).toMatchObject([
      { code: 'number-from-page-data', message: expect.stringContaining('请核对') },
    ])
  })

  test('what the text prints goes before what the page says', () => {
    const facts = `<table>${rows('th', 'td')}</table>`
    const inside = `${facts}<div class="TRS_Editor"><p>${TITLE}</p><p>明溪政规〔2024〕7号</p>${text}${signed}</div>`
    const document = documentOf(page(inside, TITLE))
    expect(document?.docNumber).toBe('明溪政规〔2024〕7号')
    expect(document?.findings.map(({ code }) => code)).toContain('number-differs-from-page-data')
  })

  test('date and issuer of the facts stand in for a signature that the text lacks', () => {
    const inside = `<table>${rows('th', 'td')}</table><div class="TRS_Editor">${text}</div>`
    const document = documentOf(page(inside, '关于农村供水'))
    expect(document).toMatchObject({ title: TITLE, signedOn: '2024-05-06', issuer: '明溪区人民政府' })
    expect(document?.findings.map(({ code }) => code)).toContain('date-from-page-data')
  })

  test('a title that only the data of the page name is told', () => {
    const found = read(page(`<div class="TRS_Editor">${text}</div>`, `${TITLE} - 明溪区人民政府门户网站`))
    expect(found.lines[0]?.text).toBe(TITLE)
    expect(found.findings).toMatchObject([{ code: 'title-from-page-data', line: 1 }])
  })

  test('recipients are no title, and a page without one says so', () => {
    const document = documentOf(page(`<div class="TRS_Editor">${text}</div>`, '明溪区人民政府门户网站'))
    expect(document?.recipients).toBe('各镇人民政府、街道办事处，区政府各部门')
    expect(document?.title).toMatch(/^《明溪区农村供水管理办法》/)
    expect(document?.findings.map(({ code }) => code)).toContain('title-missing')
  })

  test.each([
    ['a table of the text', '<table><tr><td>名称</td><td>数量</td></tr><tr><td>水泵</td><td>3台</td></tr></table>', 2],
    ['a time and a place', '<p>时间：2024年5月6日上午9时</p><p>地点：区政府第一会议室</p>', 2],
  ])('%s that only looks like facts stays', (_, html, count) => {
    const plain = read(page(`<h1>${TITLE}</h1><div class="TRS_Editor">${text}</div>`, TITLE))
    const more = read(page(`<h1>${TITLE}</h1><div class="TRS_Editor">${html}${text}</div>`, TITLE))
    expect(more.lines.length - plain.lines.length).toBe(count)
  })
})
