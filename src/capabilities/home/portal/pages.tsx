import { Hono } from 'hono'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps, SiteSettings } from '../../../platform/ports.ts'
import { originOf } from '../../../portal/make-shell.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { Crumbs, SearchBox } from '../../../portal/words.tsx'

/** Until disclosure on application is there, where to turn for it: address, phone, hours from the settings. */
const Guide = ({ guide }: { guide: SiteSettings['guide'] }) =>
  guide.unit || guide.phone ? (
    <li>
      <div class="door">
        <span class="door-name">依申请公开</span>
        <span class="door-gist">
          {[guide.unit, guide.phone, guide.address, guide.hours].filter(Boolean).join('，')}
        </span>
      </div>
    </li>
  ) : null

const HELP = [
  [
    '怎样查文件',
    '在首页的方框里写您想办的事、文件的名称或者文号，用平常的话写就行。也可以写拼音，例如 yanglao。文号用什么括号都可以。',
  ],
  [
    '怎样看一份文件',
    '文件按原来的样子排列，左边是目录，右边是它的成文日期、效力、刊载的公报和引用的文件。每一条后面的 ¶ 是这一条的网址，可以复制给别人。',
  ],
  [
    '效力怎么看',
    '“现行有效”“已修改”“已失效”“已废止”是根据文件里写明的施行日期、有效期，以及后来的修改和废止文件得出的；没有写明的不作推断。',
  ],
  ['字太小怎么办', '点页面上方的“长辈版”，字会放大，按钮也会变大，还可以朗读。'],
  ['下载', '每份文件可以下载原件、纯文本、Markdown 和 JSON；表格可以下载 CSV，用表格软件打开。'],
] as const

/** The first page, made of slots that others fill, and the pages about the portal itself. */
export function homePages(deps: Deps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/', allow('anyone'), async (c) => {
    const visit = { site: c.get('site'), visitor: c.get('visitor') }
    const settings = await deps.settings(visit.site.id)
    const [doors, gazette, sections, numbers] = await Promise.all([
      shell.slot('home.doors', visit),
      shell.slot('home.gazette', visit),
      shell.slot('home.sections', visit),
      shell.slot('home.numbers', visit),
    ])
    const name = settings.shortName ?? settings.name
    return shell.page(
      c,
      {
        title: name,
        description: `查${name}的政策文件和政府公报。`,
        tags: ['documents', 'gazettes', 'units'],
        feed: '/feed.xml',
      },
      <>
        <div class="hero">
          <div class="hero-text">
            <h1>{name}</h1>
            <SearchBox label="想查什么？用平常的话写就行" isLarge />
            {settings.examples.length > 0 ? (
              <div class="examples">
                <span class="label">大家常问</span>
                {settings.examples.map((example) => (
                  <a href={`/search?q=${encodeURIComponent(example)}`}>{example}</a>
                ))}
              </div>
            ) : null}
          </div>
          <ul class="doors">
            {doors}
            <Guide guide={settings.guide} />
          </ul>
          {gazette}
        </div>
        <div class="home-lists">{sections}</div>
        {numbers.length > 0 ? (
          <section class="elder-hide" aria-labelledby="numbers">
            <h2 class="hidden-text" id="numbers">
              公开数据
            </h2>
            <dl class="numbers">{numbers}</dl>
          </section>
        ) : null}
      </>,
    )
  })

  const about = (
    path: string,
    title: string,
    description: string,
    paragraphs: readonly (readonly [string, string])[],
  ) =>
    app.get(path, allow('anyone'), (c) =>
      shell.page(
        c,
        { title, description, column: { name: title, type: '概况信息', path }, tags: ['settings'] },
        <>
          <Crumbs steps={[]} />
          <h1 class="page-title">{title}</h1>
          {paragraphs.map(([heading, text]) => (
            <section>
              <h2 class="section-title">{heading}</h2>
              <p>{text}</p>
            </section>
          ))}
        </>,
      ),
    )
  about('/help', '使用帮助', '怎样查文件、看文件、下载。', HELP)
  about('/accessibility', '无障碍声明', '本网站的无障碍设计和反馈途径。', [
    [
      '我们做到的',
      '全部内容可以只用键盘浏览；可以放大到两倍而不必左右移动；状态同时用文字、形状和颜色表示；不用脚本也能阅读和查询；提供长辈版和朗读。',
    ],
    ['遇到困难', '如果哪一页读不了、用不了，请打页脚的电话告诉我们，我们会尽快改正，并先用别的方式把您要的内容给您。'],
  ])
  about('/privacy', '隐私说明', '本网站记录什么、不记录什么。', [
    ['不用登录', '查文件、读文件、下载都不用登录，也不要求留下姓名和电话。'],
    ['记住的设置', '如果您选了长辈版，浏览器会记住这个选择（名为 view 的 Cookie），除此之外不存放别的内容。'],
    ['检索', '检索词只用来查找，不与任何人的身份放在一起保存。'],
  ])
  app.get('/sitemap', allow('anyone'), async (c) => {
    const navigation = await shell.slot('navigation', { site: c.get('site'), visitor: c.get('visitor') })
    return shell.page(
      c,
      {
        title: '网站地图',
        description: '本网站的全部栏目。',
        column: { name: '网站地图', type: '概况信息', path: '/sitemap' },
        tags: ['settings'],
      },
      <>
        <Crumbs steps={[]} />
        <h1 class="page-title">网站地图</h1>
        <ul class="plain-list">
          {navigation}
          <li>
            <a href="/search">搜索</a>
          </li>
          <li>
            <a href="/help">使用帮助</a>
          </li>
          <li>
            <a href="/accessibility">无障碍声明</a>
          </li>
          <li>
            <a href="/privacy">隐私说明</a>
          </li>
          <li>
            <a href="/feed.xml">订阅最新文件（Atom）</a>
          </li>
        </ul>
      </>,
    )
  })
  app.get('/robots.txt', allow('anyone'), async (c) => {
    const { domain } = await deps.settings(c.get('site').id)
    return c.text(`User-agent: *
Allow: /
Sitemap: ${originOf(c, domain)}/sitemap.xml
`)
  })
  app.get('/opensearch.xml', allow('anyone'), async (c) => {
    const settings = await deps.settings(c.get('site').id)
    const base = originOf(c, settings.domain)
    const name = settings.name.replace(/[&<>]/g, '').slice(0, 16)
    const body = `<?xml version="1.0" encoding="utf-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${name}</ShortName><Description>${name}</Description><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="${base}/search?q={searchTerms}"/></OpenSearchDescription>\n`
    return c.body(body, 200, { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' })
  })
  return app
}
