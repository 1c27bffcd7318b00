import type { Child, FC } from 'hono/jsx'
import { AddressCard } from '../../../portal/components/address-card/address-card.tsx'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../portal/components/day-text/day-text.tsx'
import { ListHead } from '../../../portal/components/list-head/list-head.tsx'
import { NoticeBanner } from '../../../portal/components/notice-banner/notice-banner.tsx'
import type { UnitView } from '../contract.ts'
import { dutiesOf } from './unit-tree.ts'

type Name = UnitView['names'][number]

/** A name that a unit once had, with the day until which it had it. */
const FormerName: FC<{ name: Name }> = ({ name: { name, validTo } }) => (
  <>
    {name}
    {validTo ? (
      <>
        （至
        <DayText day={validTo} />）
      </>
    ) : null}
  </>
)

const Below: FC<{ units: readonly UnitView[] }> = ({ units }) =>
  units.length === 0 ? null : (
    <section aria-labelledby="below">
      <ListHead id="below" title="所属单位" />
      <ul class="four-parts">
        {units.map(({ url, name }) => (
          <li>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )

const Duties: FC<{ duties: readonly string[] }> = ({ duties }) =>
  duties.length === 0 ? null : (
    <section aria-labelledby="duties">
      <ListHead id="duties" title="职责" />
      <ol class="duties">
        {duties.map((duty) => (
          <li>{duty}</li>
        ))}
      </ol>
    </section>
  )

export interface UnitPageProps {
  readonly unit: UnitView
  /** All units of the site: its parent and those below it are among them. */
  readonly units: readonly UnitView[]
  /** When what the page says of the unit was last changed: 2024-05-01 09:30. */
  readonly changedAt: string | null
  /** What others know of it: its documents, its tasks. */
  readonly sections: readonly Child[]
}

const Card: FC<{ unit: UnitView; parent: UnitView | undefined }> = ({ unit, parent }) => {
  const former = unit.names.filter(({ name, isAlias }) => !isAlias && name !== unit.name)
  const aliases = [...new Set(unit.names.filter(({ isAlias }) => isAlias).map(({ name }) => name))]
  const facts = [
    ['地址', unit.address],
    ['时间', unit.hours],
    ['上级', parent ? <a href={parent.url}>{parent.name}</a> : null],
    ['简称', aliases.length > 0 ? aliases.join('、') : null],
    [
      '曾用名',
      former.length > 0 ? (
        <ul>
          {former.map((name) => (
            <li>
              <FormerName name={name} />
            </li>
          ))}
        </ul>
      ) : null,
    ],
  ] as const
  return unit.phone || facts.some(([, value]) => value !== null) ? (
    <AddressCard phone={unit.phone} facts={facts} />
  ) : null
}

/** `/units/{id}`: what a unit is and does, where it is, what it issued and has to do. */
export const UnitPage: FC<UnitPageProps> = ({ unit, units, changedAt, sections }) => {
  const { lead, list } = dutiesOf(unit)
  const parent = units.find(({ id }) => id === unit.parentId)
  return (
    <>
      <Crumbs
        steps={[
          { text: '部门、街道和镇', href: '/units' },
          ...(parent && parent.kind !== 'government' ? [{ text: parent.name, href: parent.url }] : []),
        ]}
      />
      <h1 class="page-title">{unit.name}</h1>
      {lead ? <p class="page-lead">{lead}</p> : null}
      {changedAt ? (
        <p class="meta">
          <span>
            更新时间：<time datetime={`${changedAt.replace(' ', 'T')}+08:00`}>{changedAt}</time>
          </span>
          <span>来源：{unit.name}</span>
        </p>
      ) : null}
      {unit.validTo ? (
        <NoticeBanner kind="notice" text="本单位已经撤并，存在到">
          <DayText day={unit.validTo} />
          。它的职责请问区政府办公室。
        </NoticeBanner>
      ) : null}
      <div class="unit">
        {/* On a phone whom to call stands before what would have to be scrolled through. */}
        <Card unit={unit} parent={parent} />
        <div class="unit-text">
          <Duties duties={list} />
          <Below units={units.filter(({ parentId, validTo }) => parentId === unit.id && validTo === null)} />
          {sections}
        </div>
      </div>
    </>
  )
}
