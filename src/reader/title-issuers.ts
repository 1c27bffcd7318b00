import type { Line } from './lines.ts'
import { hasClauseLabel, isOrganName } from './marks.ts'
import { BEGINS_PLACE, DOES, joinTitle } from './title-words.ts'

const DOES_NEXT = /(?:印发|转发|批转|公布|发布|废止|修改)$/

const ENDS_ORGAN = /(?:政府|部门|单位|委|局|办|会|办公室|厅|处|部|院)$/

/** Whether what stands over the core of a title belongs to it: the issuers, or the beginning of what the core carries on. */
function carriesInto(above: Line, core: string): boolean {
  const { bare } = above
  if (DOES_NEXT.test(bare) && BEGINS_PLACE.test(bare)) return true
  // Companies stand in lists of names above a title: they issue no documents together with a government.
  if (isOrganName(above) && core.startsWith(bare)) return false
  if (isOrganName(above)) return !/(?:公司|银行|集团|协会|会议)$/.test(bare) || !/政府|党委|委员会/.test(core)
  if (bare.length > 2 && bare.length < 90 && ENDS_ORGAN.test(bare) && core.startsWith('关于')) return true
  if (/[、,]$/.test(bare) && BEGINS_PLACE.test(bare) && BEGINS_PLACE.test(core) && HAS_ORGAN.test(bare)) return true
  const before = core.slice(0, Math.max(0, core.search(DOES)))
  return before !== '' && !BEGINS_PLACE.test(before) && BEGINS_PLACE.test(bare) && bare.length >= 4
}

/** The lines of a title with the organs over it that issue it. `isUnderHeading`: they stand directly under the heading of a list. */
export function withIssuers(before: readonly Line[], from: number, isUnderHeading: boolean): Line[] {
  let top = from
  while (top > 0 && isOrganName(before[top - 1] as Line)) top--
  const isListed = top === 0 ? isUnderHeading : opensList(before[top - 1] as Line)
  let start = from
  while (start > 0) {
    const [above, core] = [before[start - 1] as Line, joinTitle(before.slice(start))]
    if (isOrganName(above) && !mayIssueWith(above, core, isListed)) return before.slice(start)
    if (!carriesInto(above, core)) break
    start--
  }
  return before.slice(Math.min(start, cutIssuers(before, start)))
}

/** 明溪区人民政府关于…: a title that a government issues. */
const OF_GOVERNMENT = /^\p{Script=Han}{2,20}?人民政府(?!办公)/u
/** Who issues together with a government and is named before it: the Party, another government, the army. */
const BESIDE_GOVERNMENT =
  /^(?:中共|中国共产党)|(?:[省市区县州旗盟镇乡]委|工委|政府|常务委员会|政协|军分区|军区|武装部)$/

/**
 * Whether an organ over a title that names its issuer issues it too. Names that a list ends with stand over the next title
 * as joint issuers do: directly under the heading of a list they are of the list, and no office is named before a government.
 */
function mayIssueWith({ bare }: Line, core: string, isListed: boolean): boolean {
  const isNamed = core.search(DOES) >= SHORTEST_ORGAN
  if (!isNamed || core.startsWith(bare)) return true
  return OF_GOVERNMENT.test(core) ? BESIDE_GOVERNMENT.test(bare) : !isListed
}

const SHORTEST_ORGAN = 4

/** Names of issuers cut in their middle: full lines over the core, the first of which begins with a place or an organ. */
function cutIssuers(before: readonly Line[], start: number): number {
  const core = joinTitle(before.slice(start))
  if (core.startsWith('关于') || DOES.test(core.slice(0, 2))) return start
  let first = start
  for (let at = start - 1; at >= Math.max(0, start - 6); at--) {
    const { bare, text } = before[at] as Line
    if (bare.length < FULL_LINE || DOES.test(bare) || /[,、)]$/.test(bare) || PERSON.test(text)) break
    if (BEGINS_PLACE.test(bare) && HAS_ORGAN.test(bare)) first = at
  }
  return first
}

/** 周望舒（女）　区教育局局长: a line of a list of persons. */
const PERSON = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]+\p{Script=Han})(?:[（(][^（）()]*[)）])?[\s\u3000]+\S/u
/** Characters of a line of a title that its width has cut. */
const FULL_LINE = 12
const HAS_ORGAN = /(?:政府|委员会|[局厅委部署行院]|办公室)/

/** Organs that a list names one under the other at most. */
const LONGEST_LIST = 60
/** 二、先进单位（4个）, 下列单位： over what it counts up. */
const OPENS_LIST = /[(]共?[\d一二三四五六七八九十]{1,3}[个家名位所][)]$|[:：]$/
const LONGEST_HEADING = 40

/** Whether a line, with the organs that stand over it one under the other, stands under the heading of a list. */
export function isUnderHeading(lines: readonly Line[], at: number, floor: number): boolean {
  let above = at - 1
  while (above > floor && at - above < LONGEST_LIST && isOrganName(lines[above] as Line)) above--
  const line = above >= floor ? lines[above] : undefined
  return line !== undefined && !line.isRow && opensList(line)
}

const opensList = (line: Line): boolean =>
  line.bare.length <= LONGEST_HEADING &&
  (OPENS_LIST.test(line.bare) ||
    (/^[(一二三四五六七八九十]/.test(line.bare) && hasClauseLabel(line) && !/[。;,]/.test(line.bare)))
