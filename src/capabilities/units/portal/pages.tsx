import { Hono } from 'hono'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { Crumbs, DayText, Empty } from '../../../portal/words.tsx'
import type { UnitKind, UnitView } from '../contract.ts'
import { allUnits } from '../store/unit.queries.ts'

const KINDS: readonly (readonly [UnitKind, string])[] = [
  ['government', '区政府'],
  ['department', '部门'],
  ['subdistrict', '街道'],
  ['town', '镇'],
  ['institution', '事业单位'],
  ['community', '社区（村）'],
  ['other', '其他单位'],
]

const COLUMN = { name: '部门、街道和镇', type: '机构职能', path: '/units' }

const Address = ({ unit }: { unit: UnitView }) => (
  <address class="address-card">
    <dl class="facts">
      {unit.phone ? (
        <>
          <dt>电话</dt>
          <dd>
            <a href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>{unit.phone.replaceAll(' ', '\u00a0')}</a>
          </dd>
        </>
      ) : null}
      {unit.hours ? (
        <>
          <dt>时间</dt>
          <dd>{unit.hours}</dd>
        </>
      ) : null}
      {unit.address ? (
        <>
          <dt>地址</dt>
          <dd>{unit.address}</dd>
        </>
      ) : null}
    </dl>
  </address>
)

/** The list of units by kind, and the page of each. */
export function unitPages(deps: Deps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/units', allow('anyone'), async (c) => {
    const { id: siteId } = c.get('site')
    const units = await deps.database.read(siteId, (tx) => allUnits(tx, siteId))
    const present = units.filter(({ validTo }) => validTo === null)
    return shell.page(
      c,
      {
        title: '部门、街道和镇',
        description: '各部门、街道和镇的职责、电话、地址和办公时间。',
        column: COLUMN,
        tags: ['units'],
      },
      <>
        <Crumbs steps={[]} />
        <h1 class="page-title">部门、街道和镇</h1>
        {present.length === 0 ? <Empty text="还没有装入单位名录。" /> : null}
        {KINDS.map(([kind, word]) => {
          const of = present.filter((unit) => unit.kind === kind)
          return of.length === 0 ? null : (
            <section aria-labelledby={kind}>
              <h2 class="section-title" id={kind}>
                {word}
              </h2>
              <ul class="plain-list">
                {of.map((unit) => (
                  <li>
                    <a href={unit.url}>{unit.name}</a> {unit.phone ? <span class="number">{unit.phone}</span> : null}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </>,
    )
  })
  app.get('/units/:id', allow('anyone'), async (c) => {
    const site = c.get('site')
    const unit = (await deps.database.read(site.id, (tx) => allUnits(tx, site.id))).find(
      ({ id }) => id === c.req.param('id'),
    )
    if (!unit) return errorPage(c, shell, 404)
    const sections = await shell.slot('unit.sections', { site, visitor: c.get('visitor'), unitId: unit.id })
    const former = unit.names.filter(({ name, isAlias }) => !isAlias && name !== unit.name)
    return shell.page(
      c,
      {
        title: unit.name,
        description: `${unit.name}的职责、联系方式、印发的文件和分工的任务。`,
        column: COLUMN,
        tags: ['units', 'documents', `unit:${unit.id}`],
        feed: `/units/${unit.id}/feed.xml`,
      },
      <>
        <Crumbs steps={[{ text: '部门、街道和镇', href: '/units' }]} />
        <h1 class="page-title">{unit.name}</h1>
        {unit.duties[0] ? <p class="page-lead">{unit.duties[0]}</p> : null}
        {unit.validTo ? (
          <p class="page-lead">
            已于
            <DayText day={unit.validTo} />
            撤并。
          </p>
        ) : null}
        <div class="unit">
          <div>
            {unit.duties.length > 1 ? (
              <section aria-labelledby="duties">
                <h2 class="section-title" id="duties">
                  职责
                </h2>
                <ol class="duties">
                  {unit.duties.map((duty) => (
                    <li>{duty}</li>
                  ))}
                </ol>
              </section>
            ) : null}
            {sections}
          </div>
          <aside id="contact">
            <h2 class="section-title">联系</h2>
            <Address unit={unit} />
            {former.length > 0 ? <p class="label">曾用名：{former.map(({ name }) => name).join('、')}</p> : null}
          </aside>
        </div>
      </>,
    )
  })
  return app
}
