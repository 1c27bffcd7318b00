import type { FC } from 'hono/jsx'
import type { Day } from '../../../kernel/day.ts'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { Empty } from '../../../portal/components/empty-state/empty-state.tsx'
import { ListHead } from '../../../portal/components/list-head/list-head.tsx'
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
    {unit.phone ? <span class="number unit-phone">{unit.phone.replaceAll(' ', '\u00a0')}</span> : null}
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

/** `/units`: every unit by kind with its telephone; those that are gone at the end. */
export const UnitsPage: FC<{ units: readonly UnitView[]; today: Day }> = ({ units, today }) => {
  const former = units.filter(({ validTo }) => validTo !== null && validTo < today)
  const present = units.filter((unit) => !former.includes(unit) && (unit.validFrom ?? today) <= today)
  return (
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">部门、街道和镇</h1>
      {present.length === 0 ? (
        <Empty text="还没有装入单位名录。" />
      ) : (
        <p class="page-lead">各单位管什么、在哪里、电话多少，印发了哪些文件，承担哪些任务。</p>
      )}
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
    </>
  )
}
