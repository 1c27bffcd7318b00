import type { Context } from 'hono'
import type { AppEnv } from '../platform/http/env.ts'
import type { Shell } from './shell.ts'
import { SearchBox } from './words.tsx'

type Fault = 400 | 404 | 410 | 429 | 500

const TITLES: Readonly<Record<Fault, string>> = {
  400: '这个地址看不懂',
  404: '没有找到这一页',
  410: '这份文件已经撤回',
  429: '访问得太快了',
  500: '程序出了错',
}

const LEADS: Readonly<Record<Fault, string>> = {
  400: '地址里有写错的地方，请检查后再试，或者在下面查一查。',
  404: '地址可能抄错了一个字。公开过的文件不会从这里消失：废止的仍然可以查到，并注明已废止。',
  410: '它曾经在这里公开，现在不再展示。',
  429: '请过一会儿再试。',
  500: '我们已经记录下来。请过一会儿再试，或者回到首页。',
}

export interface ErrorPageProps {
  readonly lead?: string
  readonly suggestions?: readonly { readonly text: string; readonly href: string }[]
}

/** The page of an error: what happened, what cannot have happened, where to go on. */
export function errorPage(
  c: Context<AppEnv>,
  shell: Shell,
  status: Fault,
  { lead, suggestions = [] }: ErrorPageProps = {},
): Promise<Response> {
  return shell.page(
    c,
    { title: TITLES[status], status },
    <div class="lost">
      <h1 class="page-title">{TITLES[status]}</h1>
      <p class="page-lead">{lead ?? LEADS[status]}</p>
      <SearchBox label="写下文件的名称、文号，或者您想办的事" isLarge />
      {suggestions.length > 0 ? <h2 class="section-title">您要找的可能是</h2> : null}
      <ul class="plain-list">
        {suggestions.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
        <li>
          <a href="/">回首页</a>
        </li>
        <li>
          <a href="/documents">查政策文件</a>
        </li>
        <li>
          <a href="/gazettes">看历年公报</a>
        </li>
        <li>
          <a href="/units">找部门电话</a>
        </li>
      </ul>
    </div>,
  )
}
