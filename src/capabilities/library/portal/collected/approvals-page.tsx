import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { Crumbs } from '../../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DataTable } from '../../../../portal/components/data-table/data-table.tsx'
import { Empty } from '../../../../portal/components/empty-state/empty-state.tsx'
import { BeyondLast } from '../../../../portal/components/pagination/beyond-last.tsx'
import { addressOfPage, titleOfPage } from '../../../../portal/components/pagination/page-title.ts'
import { Pager } from '../../../../portal/components/pagination/pagination.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { approvalSubject, approvedMatters } from '../../rules/approvals.ts'
import { csv } from '../../rules/csv.ts'
import { type ApprovalText, listApprovals } from '../../store/collection.queries.ts'
import { csvResponse } from '../answer-text.ts'
import { DocumentLink, SignedOn } from './collected-document.tsx'

const LIMIT = 30

const applicant = (recipients: string | null): string => recipients?.replace(/[：:]$/u, '') ?? '未写明'

const Matters: FC<{ approval: ApprovalText }> = ({ approval: { document, elements } }) => {
  const matters = approvedMatters(elements)
  return (
    <>
      <a href={document.url}>{approvalSubject(document.title)}</a>
      {matters.length > 0 ? (
        <span class="matters">
          {matters.map((matter) => (
            <span>{matter}。</span>
          ))}
        </span>
      ) : null}
    </>
  )
}

/** `/approvals`: what was approved, for whom, by which document. */
export async function approvalsPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const { total, items } = await deps.database.read(c.get('site').id, (tx) =>
    listApprovals(tx, c.get('visitor'), { limit: LIMIT, offset }),
  )
  return shell.page(
    c,
    {
      title: titleOfPage('批复', offset, LIMIT),
      description: '区政府的批复：同意了什么，是谁请示的，依据哪份文件。',
      column: { name: '批复', type: '政策文件', path: '/approvals' },
      keywords: ['批复'],
      tags: ['documents'],
      address: addressOfPage('/approvals', offset),
    },
    <>
      <Crumbs steps={[{ text: '按类查找', href: '/browse' }]} />
      <h1 class="page-title">批复</h1>
      <p class="page-lead">共{total}件。每件批给谁、同意了什么，逐条列出。</p>
      {items.length === 0 && total > 0 ? (
        <BeyondLast href="/approvals" />
      ) : items.length === 0 ? (
        <Empty text="文件库里还没有批复。" href="/documents" link="看全部文件" />
      ) : (
        <DataTable
          id="approvals"
          caption="批复，新的在前"
          narrow="cards"
          csvHref="/approvals.csv"
          columns={[{ label: '事项' }, { label: '请示单位' }, { label: '成文日期' }, { label: '文件' }]}
          rows={items.map((approval) => [
            <Matters approval={approval} />,
            applicant(approval.recipients),
            <SignedOn document={approval.document} />,
            <DocumentLink document={approval.document} />,
          ])}
        />
      )}
      <Pager total={total} limit={LIMIT} offset={offset} href={(next) => addressOfPage('/approvals', next)} />
    </>,
  )
}

/** `/approvals.csv`: one line a decision. */
export async function approvalsCsv(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const { items } = await deps.database.read(c.get('site').id, (tx) =>
    listApprovals(tx, c.get('visitor'), { limit: 5000, offset: 0 }),
  )
  const rows = items.flatMap(({ document, recipients, elements }) => {
    const matters = approvedMatters(elements)
    const subject = approvalSubject(document.title)
    return (matters.length > 0 ? matters : ['']).map((matter) => [
      subject,
      matter,
      applicant(recipients),
      document.signedOn ?? '',
      document.docNumber ?? '',
      document.title,
    ])
  })
  return csvResponse(c, '批复', csv(['事项', '决定', '请示单位', '成文日期', '文号', '文件'], rows))
}
