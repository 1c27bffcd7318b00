import { foldForComparing } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { numberMark } from './number-marks.ts'

const BRACKETED = /^[【[〖](.{2,36})[】\]〗]$/
const STARRED = /^[★◆●■▲☆※◎◇○▶►▎▍▌▏┃❙丨|]+(.{2,16}?)[★◆●■▲☆※◎◇○◀◄▎▍▌▏┃❙丨|]*$|^[·•—-]+(.{2,16}?)[·•—-]+$/
const NAMED =
  /^(?:[\p{Script=Han}、·]{0,30}(?:文件|任免|人事|人事信息|人事变动|人事工作|大事记|数据|统计|统计资料|法规|规章|规范性文件|政务动态|工作动态|政策解读|重要讲话|领导讲话|文件选编|文件选登|选登|公告公示|政府令|人民政府令|工作报告|机构编制|决议决定|人大|重要会议|会议纪要))$/u
/** Whole documents of gazettes are called so as well: these name a section only in brackets or in the contents. */
const MAY_BE_DOCUMENT =
  /^(?:政府工作报告|工作报告|.{0,6}大事记|.*[年月省市区县州旗盟府].*大事记|.{1,16}[省市区县州旗盟]人民政府令)$/
const LONGEST_NAME = 16
/** With its marks: 【自治县党委办公室、自治县人民政府办公室文件】 */
const LONGEST_MARKED = 38

/** The name of a section of a gazette, when a line is nothing else: 【区政府文件】, ★政策解读★, 部门文件. */
export function sectionName(bare: string): string | null {
  if (bare === '' || bare.length > LONGEST_MARKED) return null
  const marked = BRACKETED.exec(bare) ?? STARRED.exec(bare)
  const name = marked?.[1] ?? marked?.[2]
  if (name !== undefined && !/关于|[\d知]$/.test(name)) return name
  return NAMED.test(bare) && bare.length <= LONGEST_NAME ? bare : null
}

/** Where the text of a gazette names its sections: the lines, and the section that holds from each on. */
export interface Sections {
  readonly lines: ReadonlySet<number>
  /** Section in which a line stands, null before the first. */
  at(line: number): string | null
}

/**
 * Finds the headings of sections in the text. Those of the contents are known by name; others count when they are marked
 * as such, or where no contents name any. A name with which an entry of the contents begins is that document's title.
 */
export function findSections(
  lines: readonly Line[],
  contents: { readonly sections: readonly string[]; readonly entries: readonly { readonly title: string }[] },
  isGazette: boolean,
): Sections {
  const known = new Set(contents.sections)
  // A heading is short: the beginnings of the titles are enough.
  const beginnings = new Set(contents.entries.flatMap(({ title }) => beginningsOf(foldForComparing(title))))
  const titles = new Set(contents.entries.map(({ title }) => foldForComparing(title)))
  const endsTitle = (at: number) => endsOneOf(titles, lines, at)
  const isTitle = (line: Line) => beginnings.has(foldForComparing(line.bare))
  const found: { readonly line: number; readonly name: string }[] = []
  for (const [at, line] of lines.entries()) {
    const name = line.isRow ? null : sectionName(line.bare)
    const near = known.has(line.bare) ? 1 : 2
    if ((name === null && !known.has(line.bare)) || isLetterhead(lines, at, near) || endsTitle(at)) continue
    const isMarked = name !== null && name !== line.bare
    const isKnown = known.has(line.bare) || (name !== null && known.has(name))
    if (
      isKnown ||
      (isGazette && isMarked && NAMED.test(name)) ||
      (isGazette && !isMarked && known.size === 0 && !MAY_BE_DOCUMENT.test(line.bare) && !isTitle(line))
    )
      found.push({ line: line.number, name: name ?? line.bare })
  }
  return {
    lines: new Set(found.map(({ line }) => line)),
    at: (line) => lastBefore(found, line),
  }
}

/** 明溪区人民政府文件 over a document number, `near` lines above it at most, is the head of a letter. */
const isLetterhead = (lines: readonly Line[], at: number, near: number): boolean =>
  /(?:政府|办公室|委员会|局)文件$/.test((lines[at] as Line).bare) &&
  lines.slice(at + 1, at + 1 + near).some((line) => numberMark(line) !== null)

/** Lines of a title over its last one: 明溪区人民政府 / 关于…的 / 公　告. */
const MOST_ABOVE = 4

/** Whether a line and those directly above it are a title of the contents: its kind stands on a line of its own now and then. */
function endsOneOf(titles: ReadonlySet<string>, lines: readonly Line[], at: number): boolean {
  let joined = lines[at]?.bare ?? ''
  for (let above = at - 1; above >= Math.max(0, at - MOST_ABOVE); above--) {
    joined = `${lines[above]?.bare ?? ''}${joined}`
    if (titles.has(foldForComparing(joined))) return true
  }
  return false
}

const beginningsOf = (title: string): string[] =>
  Array.from({ length: Math.min(title.length, LONGEST_NAME) }, (_, at) => title.slice(0, at + 1))

/** The last heading before a line, by halving. */
function lastBefore(found: readonly { readonly line: number; readonly name: string }[], line: number): string | null {
  let [from, to] = [0, found.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((found[middle]?.line ?? 0) < line) from = middle + 1
    else to = middle
  }
  return found[from - 1]?.name ?? null
}
