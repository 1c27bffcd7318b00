import type { FC } from 'hono/jsx'
import type { Day } from '../../../kernel/day.ts'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../portal/components/day-text/day-text.tsx'
import { Empty } from '../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../portal/components/list-head/list-head.tsx'
import { PhoneLink } from '../../../portal/components/phone-link/phone-link.tsx'
import type { UnitKind, UnitView } from '../contract.ts'
import { type UnitBranch, unitTree } from './unit-tree.ts'

const WORDS: Readonly<Record<UnitKind, string>> = {
  government: '区政府',
  department: '部门',
  subdistrict: '街道',
  town: '镇',
  institution: '事业单位',
  community: '社区（村）',
  other: '其他单位',
}

const Branch: FC<{ branch: UnitBranch }> = ({ branch: { unit, below } }) => (
  <li class="unit-entry">
    <a class="unit-name" href={unit.url}>
      {unit.name}
    </a>
    {unit.validTo ? (
      <span class="label">
        <DayText day={unit.validTo} />止
      </span>
    ) : unit.phone ? (
      <PhoneLink class="number unit-phone" phone={unit.phone} />
    ) : null}
    {below.length > 0 ? (
      <ul class="unit-below">
        {below.map(({ url, name }) => (
          <li>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    ) : null}
  </li>
)

interface UnitsPageProps {
  readonly units: readonly UnitView[]
  readonly today: Day
  /** When the register was last changed. */
  readonly changedOn: Day | null
}

/** `/units`: every unit by kind with its telephone; those that are gone at the end. */
export const UnitsPage: FC<UnitsPageProps> = ({ units, today, changedOn }) => {
  const former = units.filter(({ validTo }) => validTo !== null && validTo < today)
  const present = units.filter((unit) => !former.includes(unit) && (unit.validFrom ?? today) <= today)
  return (
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">部门、街道和镇</h1>
      {present.length === 0 ? (
        <Empty text="还没有单位名录。" />
      ) : (
        <p class="page-lead">
          各单位管什么、在哪里、电话多少，印发了哪些文件，承担哪些任务。
          {changedOn ? (
            <span class="phrase">
              名录更新于
              <DayText day={changedOn} />。
            </span>
          ) : null}
        </p>
      )}
      <nav aria-label="单位名录">
        {unitTree(present).map(({ kind, branches }) => (
          <section class="unit-group" aria-labelledby={kind}>
            <ListHead id={kind} title={WORDS[kind]} />
            <ul class="unit-list">
              {branches.map((branch) => (
                <Branch branch={branch} />
              ))}
            </ul>
          </section>
        ))}
        {former.length > 0 ? (
          <section class="unit-group" aria-labelledby="former">
            <ListHead id="former" title="已撤并" />
            <ul class="unit-list">
              {former.map((unit) => (
                <Branch branch={{ unit, below: [] }} />
              ))}
            </ul>
          </section>
        ) : null}
      </nav>
    </>
  )
}
