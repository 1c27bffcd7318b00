import type { FC } from 'hono/jsx'
import type { SiteSettings } from '../../../platform/ports.ts'
import type { CutWords } from '../../../portal/components/by-sense/sense-pieces.ts'
import { Empty } from '../../../portal/components/empty-state/empty-state.tsx'
import { ExampleQuestions } from '../../../portal/components/examples/examples.tsx'
import { ChosenFilters, FilterLinks } from '../../../portal/components/filter-links/filter-links.tsx'
import { HitsHead } from '../../../portal/components/hits-head/hits-head.tsx'
import { BeyondLast } from '../../../portal/components/pagination/beyond-last.tsx'
import { Pager } from '../../../portal/components/pagination/pagination.tsx'
import { PhoneLink } from '../../../portal/components/phone-link/phone-link.tsx'
import { SearchBox } from '../../../portal/components/search-box/search-box.tsx'
import { SearchHit } from '../../../portal/components/search-hit/search-hit.tsx'
import { inOrderOfStates, VALIDITY_WORDS } from '../../../portal/components/validity-mark/validity-mark.tsx'
import { type SearchAnswer, type SearchParameters, UNSTATED } from '../contract.ts'
import { chosenIn, FILTERS, filterText, searchAddress } from './search-address.ts'

/** Values of a filter shown at once; more of them are found by words sooner than by reading. */
const MOST_CHOICES = 10

/** A unit that may be asked about what the hits say. */
export interface UnitToAsk {
  readonly name: string
  readonly url: string
  readonly phone: string | null
  readonly hours: string | null
}

export interface ResultsProps {
  readonly answer: SearchAnswer
  readonly parameters: SearchParameters
  readonly settings: SiteSettings
  readonly unitToAsk: UnitToAsk | null
  readonly cut: CutWords
}

/** What was understood, where it is not plainly what was written. */
const Understood: FC<Pick<ResultsProps, 'answer'>> = ({ answer: { query, suggestions } }) => {
  if (query.corrected)
    return (
      <p class="understood">
        已按<b>“{query.corrected}”</b>查找，您写的是“{query.text}”。
      </p>
    )
  if (query.as === 'pinyin') return <p class="understood">按拼音“{query.text}”查找。</p>
  if (query.as === 'docNumber')
    return (
      <p class="understood">
        按文号<b>{query.text}</b>查找，括号怎么写都可以。
      </p>
    )
  return suggestions.length > 0 ? (
    <p class="understood">
      也可以查
      {suggestions.slice(0, 3).map((words) => (
        <>
          {' '}
          <a href={`/search?q=${encodeURIComponent(words)}`}>{words}</a>
        </>
      ))}
    </p>
  ) : null
}

/** Takes every filter back. */
const NO_FILTER = Object.fromEntries(FILTERS.map(([name]) => [name, null]))

const textOf = (name: (typeof FILTERS)[number][0], value: string): string =>
  name === 'validity' ? (VALIDITY_WORDS[value] ?? value) : filterText(name, value)

const chosenOf = (parameters: SearchParameters) =>
  FILTERS.flatMap(([name, label]) => {
    const value = chosenIn(parameters, name)
    if (value === undefined) return []
    return [{ label, text: textOf(name, value), removeHref: searchAddress(parameters, { [name]: null }) }]
  })

/** The choices of a filter with their counts, and last the hits that do not say it. */
function choicesOf({ facets, unstated }: SearchAnswer, name: (typeof FILTERS)[number][0]) {
  const stated = (name === 'validity' ? inOrderOfStates(facets[name]) : facets[name]).slice(0, MOST_CHOICES)
  return unstated[name] > 0 ? [...stated, { value: UNSTATED, count: unstated[name] }] : stated
}

const Filters: FC<Pick<ResultsProps, 'answer' | 'parameters'>> = ({ answer, parameters }) => {
  const isFiltered = FILTERS.some(([name]) => parameters[name] !== undefined)
  return (
    <FilterLinks
      summary={`筛选：${isFiltered ? '已选' : '全部'}${answer.total.toLocaleString('zh-CN')}件`}
      groups={FILTERS.map(([name, label]) => ({
        label,
        clearHref: parameters[name] === undefined ? null : searchAddress(parameters, { [name]: null }),
        choices: choicesOf(answer, name).map(({ value, count }) => ({
          text: textOf(name, value),
          count,
          href: searchAddress(parameters, { [name]: value }),
          isChosen: chosenIn(parameters, name) === value,
        })),
      }))}
    />
  )
}

/** What can be done beside reading: whom to ask, where to apply (条例第十二条). */
const Service: FC<Pick<ResultsProps, 'settings' | 'unitToAsk'>> = ({ settings: { guide }, unitToAsk }) => (
  <aside class="service" aria-labelledby="service">
    <h2 id="service">可以直接办</h2>
    {unitToAsk ? (
      <>
        <h3>
          问<a href={unitToAsk.url}>{unitToAsk.name}</a>
        </h3>
        {unitToAsk.phone ? (
          <p>
            <PhoneLink phone={unitToAsk.phone} />
          </p>
        ) : null}
        {unitToAsk.hours ? <p class="meta">{unitToAsk.hours}</p> : null}
      </>
    ) : null}
    <h3>不知道问谁</h3>
    <p>
      <a href="/units">看各部门管什么、电话多少</a>
    </p>
    {guide.unit ? (
      <>
        <h3>没有找到</h3>
        <p>
          可以向{guide.unit}申请公开
          {guide.phone ? (
            <>
              ：<PhoneLink phone={guide.phone} />
            </>
          ) : null}
        </p>
        {guide.hours ? <p class="meta">{guide.hours}</p> : null}
      </>
    ) : null}
  </aside>
)

const ORDERS = [
  ['最相关', 'relevance'],
  ['最新', 'date'],
] as const

/** The page of results: the query, what was understood, filters, hits, what can be done at once. */
export const ResultsPage: FC<ResultsProps> = ({ answer, parameters, settings, unitToAsk, cut }) => {
  const { q } = parameters
  return (
    <>
      <div class="results-head">
        <h1 class={q ? 'hidden-text' : 'page-title'}>{q ? `“${q}”的查询结果` : '查政策'}</h1>
        <SearchBox label="想查什么？用平常的话写就行" value={q} isLabelHidden={q !== ''} />
        {q ? <Understood answer={answer} /> : <ExampleQuestions label="大家常问" questions={settings.examples} />}
      </div>
      <div class="results">
        <Filters answer={answer} parameters={parameters} />
        <section aria-labelledby="hits">
          <HitsHead
            id="hits"
            total={answer.total}
            orders={(q ? ORDERS : []).map(([text, sort]) => ({
              text,
              href: searchAddress(parameters, { sort }),
              isChosen: parameters.sort === sort,
            }))}
          />
          <ChosenFilters chosen={chosenOf(parameters)} clearHref={searchAddress(parameters, NO_FILTER)} />
          {answer.total === 0 ? (
            <>
              <Empty
                text="没有查到。可以少写几个字，或者换一个说法；也可以"
                href="/browse"
                link="按主题、类别、年份看全部文件"
              />
              {q ? <ExampleQuestions label="大家常问" questions={settings.examples} /> : null}
            </>
          ) : answer.items.length === 0 ? (
            <BeyondLast href={searchAddress(parameters, {})} />
          ) : null}
          <ol>
            {answer.items.map((hit) => (
              <SearchHit {...hit} cut={cut} />
            ))}
          </ol>
          <Pager
            total={answer.total}
            limit={parameters.limit}
            offset={parameters.offset}
            href={(offset) => searchAddress(parameters, { offset })}
          />
        </section>
        <Service settings={settings} unitToAsk={unitToAsk} />
      </div>
    </>
  )
}
