import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { AppEnv } from '../platform/http/env.ts'
import { ICON, STYLE } from './assets.ts'
import { PlainList } from './components/plain-list/plain-list.tsx'
import { SearchBox } from './components/search-box/search-box.tsx'
import { addressOf } from './make-shell.tsx'
import type { Shell } from './shell.ts'

type Fault = 400 | 404 | 405 | 410 | 413 | 429 | 500

const TITLES: Readonly<Record<Fault, string>> = {
  400: '这个地址看不懂',
  404: '没有找到这一页',
  405: '这一页只能看',
  410: '这份文件已经撤回',
  413: '提交的内容太大',
  429: '访问得太快了',
  500: '网站出了错',
}

const LEADS: Readonly<Record<Fault, string>> = {
  400: '地址里有写错的地方，请检查后再试，或者在下面查一查。',
  404: '地址可能抄错了一个字。公开过的文件不会从这里消失：废止的仍然可以查到，并注明已废止。',
  405: '这个地址不接收提交的内容。您没有做错什么，请从下面重新开始。',
  410: '它曾经在这里公开，现在不再展示。',
  413: '一次最多提交 64 KB。请减少一些再试。',
  429: '同一个网络在短时间里打开的页面太多。请过一会儿再试。',
  500: '您没有做错什么。我们已经记录下来，请过一会儿再试。',
}

/** What may go well the next time: the first way on is the same page. */
const PASSING: ReadonlySet<Fault> = new Set<Fault>([429, 500])

const WAYS_ON = [
  { text: '回首页', href: '/' },
  { text: '查政策文件', href: '/documents' },
  { text: '看历年公报', href: '/gazettes' },
  { text: '找部门电话', href: '/units' },
]

export interface ErrorPageProps {
  /** What happened, better than the general sentence. */
  readonly lead?: string
  /** What may have been meant. */
  readonly suggestions?: readonly { readonly text: string; readonly href: string }[]
}

/** A page of its own, without anything of the site: when no site is asked for, or the record does not answer. */
export const barePage = (
  c: Context<AppEnv>,
  status: 404 | 500,
  title: string,
  lead: string,
  link: HtmlEscapedString | Promise<HtmlEscapedString> | '' = '',
): Response | Promise<Response> =>
  c.html(
    html`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="${ICON.path}" type="image/svg+xml"><link rel="stylesheet" href="${STYLE.path}"></head><body><div class="page"><main class="main"><div class="lost"><h1 class="page-title">${title}</h1><p class="page-lead">${lead}</p>${link}</div></main></div></body></html>`,
    status,
    { 'Cache-Control': 'no-store' },
  )

/** The page of an error: what happened, what cannot have happened, where to go on. It always answers. */
export async function errorPage(
  c: Context<AppEnv>,
  shell: Shell,
  status: Fault,
  { lead = LEADS[status], suggestions = [] }: ErrorPageProps = {},
): Promise<Response> {
  const title = TITLES[status]
  try {
    return await shell.page(
      c,
      { title, description: LEADS[status], status, hasOwnSearch: true },
      <div class="lost">
        <h1 class="page-title">{title}</h1>
        <p class="page-lead">{lead}</p>
        <SearchBox label="写下文件的名称、文号，或者您想办的事" isLarge />
        {suggestions.length > 0 ? (
          <section aria-labelledby="meant">
            <h2 class="section-title" id="meant">
              您要找的可能是
            </h2>
            <PlainList items={suggestions} />
          </section>
        ) : null}
        <section aria-labelledby="ways-on">
          <h2 class={suggestions.length > 0 ? 'section-title' : 'hidden-text'} id="ways-on">
            也可以
          </h2>
          <PlainList items={PASSING.has(status) ? [{ text: '再试一次', href: addressOf(c) }, ...WAYS_ON] : WAYS_ON} />
        </section>
      </div>,
    )
  } catch (fault) {
    if (status !== 500) throw fault
    return barePage(
      c,
      500,
      title,
      LEADS[500],
      html`<p><a href="${addressOf(c)}">再试一次</a></p><p><a href="/">回首页</a></p>`,
    )
  }
}
