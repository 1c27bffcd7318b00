import { Hono } from 'hono'
import type { Child, FC } from 'hono/jsx'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps, SiteSettings } from '../../../platform/ports.ts'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { ListHead } from '../../../portal/components/list-head/list-head.tsx'
import { Facts } from '../../../portal/components/margin-note/margin-note.tsx'
import { PhoneLink } from '../../../portal/components/phone-link/phone-link.tsx'
import { PlainList } from '../../../portal/components/plain-list/plain-list.tsx'
import { ValidityMark } from '../../../portal/components/validity-mark/validity-mark.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { type AboutPart, ACCESSIBILITY, HELP, PRIVACY } from './about-texts.ts'

const TYPE = '概况信息'

const Part: FC<{ part: AboutPart }> = ({ part }) => (
  <section aria-labelledby={part.id}>
    <h2 class="section-title" id={part.id}>
      {part.heading}
    </h2>
    {part.paragraphs?.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {part.states ? (
      <ul class="meanings">
        {part.states.map(([state, meaning]) => (
          <li>
            {state ? <ValidityMark state={state} /> : null}
            {meaning}
          </li>
        ))}
      </ul>
    ) : null}
    {part.points ? (
      <ul>
        {part.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    ) : null}
  </section>
)

const Contact: FC<{ settings: SiteSettings; heading: string; lead: string }> = ({ settings, heading, lead }) => {
  const { contact, organiser } = settings
  if (!contact.phone && !contact.address && !contact.email) return null
  return (
    <section aria-labelledby="contact">
      <h2 class="section-title" id="contact">
        {heading}
      </h2>
      <p>{lead}</p>
      <Facts
        facts={[
          ['单位', organiser],
          ['电话', contact.phone ? <PhoneLink phone={contact.phone} /> : null],
          ['时间', contact.hours],
          ['地址', contact.address],
          ['邮编', contact.postcode],
          ['邮箱', contact.email],
        ]}
      />
    </section>
  )
}

interface About {
  readonly path: string
  readonly title: string
  readonly description: string
  readonly parts: readonly AboutPart[]
  readonly contact: readonly [heading: string, lead: string]
}

const PAGES: readonly About[] = [
  {
    path: '/help',
    title: '使用帮助',
    description: '怎样查文件、看文件、看效力、打印和下载。',
    parts: HELP,
    contact: ['联系我们', '使用中有问题、发现内容有错，请告诉我们。'],
  },
  {
    path: '/accessibility',
    title: '无障碍声明',
    description: '本网站的无障碍设计、还有的不足和反馈途径。',
    parts: ACCESSIBILITY,
    contact: ['遇到困难', '哪一页读不了、用不了，请告诉我们。我们会改正，并先用别的方式把您要的内容给您。'],
  },
  {
    path: '/privacy',
    title: '隐私说明',
    description: '本网站记录什么、不记录什么。',
    parts: PRIVACY,
    contact: ['有疑问', '对这份说明有疑问，请问我们。'],
  },
]

const SERVICES = [
  { text: '搜索', href: '/search' },
  ...PAGES.map(({ title, path }) => ({ text: title, href: path })),
  { text: '订阅最新文件（Atom）', href: '/feed.xml' },
  { text: '数据接口说明（OpenAPI）', href: '/api/v1/openapi.json' },
]

const Sitemap: FC<{ navigation: readonly Child[]; sections: readonly Child[] }> = ({ navigation, sections }) => (
  <>
    <Crumbs steps={[]} />
    <h1 class="page-title">网站地图</h1>
    <div class="browse">
      {navigation.length > 0 ? (
        <section aria-labelledby="columns">
          <ListHead id="columns" title="栏目" />
          <ul class="plain-list">{navigation}</ul>
        </section>
      ) : null}
      {sections}
      <section aria-labelledby="services">
        <ListHead id="services" title="网站服务" />
        <PlainList items={SERVICES} />
      </section>
    </div>
  </>
)

/** The pages about the portal itself: help, accessibility, privacy, the map of the site. */
export function aboutPages(deps: Deps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const { path, title, description, parts, contact } of PAGES) {
    app.get(path, allow('anyone'), async (c) =>
      shell.page(
        c,
        { title, description, column: { name: title, type: TYPE, path }, tags: ['settings'] },
        <>
          <Crumbs steps={[]} />
          <h1 class="page-title">{title}</h1>
          <p class="page-lead">{description}</p>
          <div class="prose">
            {parts.map((part) => (
              <Part part={part} />
            ))}
            <Contact settings={await deps.settings(c.get('site').id)} heading={contact[0]} lead={contact[1]} />
          </div>
        </>,
      ),
    )
  }
  app.get('/sitemap', allow('anyone'), async (c) => {
    const visit = { site: c.get('site'), visitor: c.get('visitor') }
    const [navigation, sections] = await Promise.all([
      shell.slot('navigation', visit),
      shell.slot('sitemap.sections', visit),
    ])
    return shell.page(
      c,
      {
        title: '网站地图',
        description: '本网站的全部栏目和服务。',
        column: { name: '网站地图', type: TYPE, path: '/sitemap' },
        tags: ['settings', 'units', ...shell.slotTags('sitemap.sections', visit)],
      },
      <Sitemap navigation={navigation} sections={sections} />,
    )
  })
  return app
}
