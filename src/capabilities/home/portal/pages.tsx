import { Hono } from 'hono'
import type { Child, FC } from 'hono/jsx'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps, SiteSettings } from '../../../platform/ports.ts'
import { BySense } from '../../../portal/components/by-sense/by-sense.tsx'
import type { CutWords } from '../../../portal/components/by-sense/sense-pieces.ts'
import { GuideDoor } from '../../../portal/components/door/door.tsx'
import { ExampleQuestions } from '../../../portal/components/examples/examples.tsx'
import { SearchBox } from '../../../portal/components/search-box/search-box.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { aboutPages } from './about-pages.tsx'
import { machinePages } from './machine-pages.ts'

interface HomeParts {
  readonly doors: readonly Child[]
  /** The door to disclosure on application, when there is one. */
  readonly apply: readonly Child[]
  readonly gazette: readonly Child[]
  readonly sections: readonly Child[]
  readonly numbers: readonly Child[]
}

/** Until disclosure on application is there, where to turn for it (条例第十二条: the guide names body, address, phone, hours). */
const Guide: FC<{ guide: SiteSettings['guide'] }> = ({ guide }) =>
  guide.unit || guide.phone || guide.address ? <GuideDoor name="依申请公开" {...guide} /> : null

const Home: FC<{ settings: SiteSettings; parts: HomeParts; cut: CutWords }> = ({ settings, parts, cut }) => (
  <>
    <div class="hero">
      <div class="hero-text">
        <h1 class="by-sense">
          <BySense text={settings.shortName ?? '政务公开'} cut={cut} />
        </h1>
        <SearchBox label="想查什么？用平常的话写就行" isLarge />
        <ExampleQuestions label="大家常问" questions={settings.examples.slice(0, 3)} />
      </div>
      <ul class="doors">
        {parts.doors}
        {parts.apply.length > 0 ? parts.apply : <Guide guide={settings.guide} />}
      </ul>
      {parts.gazette}
    </div>
    <div class="home-lists">{parts.sections}</div>
    {parts.numbers.length > 0 ? (
      <section class="elder-hide" aria-labelledby="numbers">
        <h2 class="hidden-text" id="numbers">
          公开数据
        </h2>
        <dl class="numbers">{parts.numbers}</dl>
      </section>
    ) : null}
  </>
)

const SLOTS = ['home.doors', 'home.apply', 'home.gazette', 'home.sections', 'home.numbers'] as const

/** The first page, made of slots that others fill, and the pages about the portal itself. */
export function homePages(deps: Deps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/', allow('anyone'), async (c) => {
    const visit = { site: c.get('site'), visitor: c.get('visitor') }
    const settings = await deps.settings(visit.site.id)
    const [doors = [], apply = [], gazette = [], sections = [], numbers = []] = await Promise.all(
      SLOTS.map((name) => shell.slot(name, visit)),
    )
    const name = settings.shortName ?? settings.name
    return shell.page(
      c,
      {
        title: name,
        description: `查${name}的政策文件和政府公报，看每一条写了什么、由谁负责、现在还算不算数。`,
        column: { name: '首页', type: '概况信息', path: '/' },
        tags: ['documents', 'gazettes', 'units', ...SLOTS.flatMap((slot) => shell.slotTags(slot, visit))],
        feed: '/feed.xml',
        hasOwnSearch: true,
      },
      <Home settings={settings} parts={{ doors, apply, gazette, sections, numbers }} cut={deps.words.cut} />,
    )
  })
  app.route('/', aboutPages(deps, shell))
  app.route('/', machinePages(deps))
  return app
}
