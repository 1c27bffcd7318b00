import type { FC } from 'hono/jsx'

const BEFORE = /(?=《|（|关于|印发|的通知|的批复|的决定|的公告|的意见)|(?<=》|）|、|，)/u

/** A title that breaks by sense: between words, never inside 》的通知 or before a single last character. */
export const Title: FC<{ text: string }> = ({ text }) => {
  const parts = text.split(BEFORE).filter(Boolean)
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 ? <wbr /> : null}
          {part}
        </>
      ))}
    </>
  )
}

/** 2024-05-01 → 2024年5月1日, with the day for machines. */
export const DayText: FC<{ day: string; short?: boolean }> = ({ day, short }) => {
  const [year, month, date] = day.split('-').map(Number)
  return <time datetime={day}>{short ? `${month}月${date}日` : `${year}年${month}月${date}日`}</time>
}

const STATES = {
  'in-force': ['in-force', '现行有效'],
  amended: ['amended', '已修改'],
  expired: ['expired', '已失效'],
  repealed: ['repealed', '已废止'],
} as const

/** A state as word, shape and colour; what nobody knows is not said. */
export const ValidityMark: FC<{ state: string }> = ({ state }) => {
  const found = STATES[state as keyof typeof STATES]
  return found ? <span class={`state ${found[0]}`}>{found[1]}</span> : null
}

export const VALIDITY_WORDS: Readonly<Record<string, string>> = {
  'in-force': '现行有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
  unknown: '未注明',
}

export const Crumbs: FC<{ steps: readonly { readonly text: string; readonly href: string }[] }> = ({ steps }) => (
  <nav class="crumbs" aria-label="所在位置">
    <ol>
      {[{ text: '首页', href: '/' }, ...steps].map(({ text, href }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
)

/** The search box; large on the first page and where a page is lost. */
export const SearchBox: FC<{ label: string; value?: string; isLarge?: boolean; isLabelHidden?: boolean }> = ({
  label,
  value,
  isLarge,
  isLabelHidden,
}) => (
  <search>
    <form class={isLarge ? 'search search--large' : 'search'} action="/search" method="get">
      <label for="q" class={isLabelHidden ? 'hidden-text' : undefined}>
        {label}
      </label>
      <div class="search-row">
        <input id="q" name="q" type="search" value={value} autocomplete="off" maxlength={200} data-suggest="" />
        <button class="button" type="submit">
          查一查
        </button>
      </div>
    </form>
  </search>
)

/** Links to the pages before and after. */
export const Pager: FC<{ total: number; limit: number; offset: number; href: (offset: number) => string }> = ({
  total,
  limit,
  offset,
  href,
}) => {
  if (total <= limit) return null
  return (
    <nav class="pager" aria-label="翻页">
      {offset > 0 ? <a href={href(Math.max(0, offset - limit))}>上一页</a> : null}
      <span>
        第{Math.floor(offset / limit) + 1}页，共{Math.ceil(total / limit)}页
      </span>
      {offset + limit < total ? <a href={href(offset + limit)}>下一页</a> : null}
    </nav>
  )
}

export const Empty: FC<{ text: string; href?: string; link?: string }> = ({ text, href, link }) => (
  <p class="page-lead">
    {text}
    {href && link ? <a href={href}>{link}</a> : null}
  </p>
)
