import { Hono } from 'hono'
import { shanghaiDay, shanghaiMinute } from '../../../kernel/day.ts'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import type { UnitView } from '../contract.ts'
import { keepRegister } from '../store/unit.queries.ts'
import { UnitPage } from './unit-page.tsx'
import { UnitsPage } from './units-page.tsx'

const COLUMN = { name: '部门、街道和镇', type: '机构职能', path: '/units' }

/** What machines read of a unit (schema.org). */
function organisation(unit: UnitView, units: readonly UnitView[]): unknown {
  const parent = units.find(({ id }) => id === unit.parentId)
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: unit.name,
    alternateName: unit.names.map(({ name }) => name).filter((name) => name !== unit.name),
    ...(unit.phone ? { telephone: unit.phone } : {}),
    ...(unit.address ? { address: unit.address } : {}),
    ...(unit.code ? { identifier: unit.code } : {}),
    ...(unit.validTo ? { dissolutionDate: unit.validTo } : {}),
    ...(parent ? { parentOrganization: { '@type': 'GovernmentOrganization', name: parent.name } } : {}),
  }
}

/** The last of some instants. */
const latestOf = (instants: Iterable<Date>): Date | null =>
  [...instants].reduce<Date | null>((latest, at) => (latest !== null && latest >= at ? latest : at), null)

/** The list of units by kind, and the page of each. */
export function unitPages(deps: Deps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const register = keepRegister()
  const readRegister = (siteId: string) => deps.database.read(siteId, (tx) => register(tx, siteId))

  app.get('/units', allow('anyone'), async (c) => {
    const { id: siteId } = c.get('site')
    const { units, changedAt } = await readRegister(siteId)
    const changed = latestOf(changedAt.values())
    return shell.page(
      c,
      {
        title: '部门、街道和镇',
        description: '各部门、街道和镇的职责、电话、地址和办公时间。',
        column: COLUMN,
        tags: ['units'],
      },
      <UnitsPage units={units} today={deps.clock.today()} changedOn={changed && shanghaiDay(changed)} />,
    )
  })
  app.get('/units/:id', allow('anyone'), async (c) => {
    const site = c.get('site')
    const { units, changedAt: changes } = await readRegister(site.id)
    const unit = units.find(({ id }) => id === c.req.param('id'))
    if (!unit) return errorPage(c, shell, 404, { lead: '没有这个单位。它可能换了网址，请在名录里找一找。' })
    const visit = { site, visitor: c.get('visitor'), unitId: unit.id }
    const changed = changes.get(unit.id)
    const changedAt = changed ? shanghaiMinute(changed) : null
    return shell.page(
      c,
      {
        title: unit.name,
        description: `${unit.name}的职责、联系方式、印发的文件和分工的任务。`,
        column: COLUMN,
        keywords: [unit.name],
        article: { title: unit.name, published: changedAt, source: unit.name },
        data: organisation(unit, units),
        tags: ['units', 'documents', `unit:${unit.id}`, ...shell.slotTags('unit.sections', visit)],
        feed: `/units/${unit.id}/feed.xml`,
      },
      <UnitPage unit={unit} units={units} changedAt={changedAt} sections={await shell.slot('unit.sections', visit)} />,
    )
  })
  return app
}
