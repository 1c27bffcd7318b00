import { foldForComparing, foldWidth, withoutSpaces } from '../../kernel/han.ts'

/** …等有关部门（单位）, …等按职责分工负责: adds units that it does not name. */
const TAIL =
  /等(?:(?:\d{1,3}个|各|有关|相关|其他|成员|职能|行业|主管|责任|配合|市|区|县|省|政府|直属?|按|多|部门|单位|企业|机构).{0,24})?$/
/** …局等 with more words: what follows adds no name. */
const NAMED_TAIL = /(?<=[局委办厅部处院镇会司府])等[^、]*$/
/** Words beside the names: 下同, 不再列出. */
const ASIDE =
  /^(?:下同|以下同|不再(?:单独|一一)?列出|以下.*|其中.*|其余|列第一位.*|.*为牵头(?:单位|部门).*|部门|单位|有关|相关|[-—–/\\无.。·*]*)$/
/** What a unit is to do stands behind its name now and then. */
const DUTY =
  /(?:按照?(?:各自)?(?:职责|职能)(?:任务)?(?:分工)?(?:分别)?(?:负责|落实|牵头|配合)?|分工负责|分别负责|负责落实|共同负责|负责|(?<=[局委办处会院政府])(?:具体)?(?:组织)?(?:落实|实施))$/
const MARK = /^(?:由|[(]?\d{1,2}[).、]|[①-⑳])|[(](?:牵头|主办|主责|配合|责任)(?:单位|部门)?[)]$/g
/** What a bracket behind a name says of the list, not of the unit. */
const REMARK = /[(][^()]*(?:为牵头|均需|不再列出|单独列出)[^()]*[)]?$/

/** A name of a unit by its end. */
const UNIT_END =
  /(?:局|办|委|部|处|厅|镇|乡|街道|中心|政府|公司|办公室|法院|检察院|医院|学院|会|分局|大队|支队|集团|街办|办事处|院|联|所|站|社区|管委会)$/

const OPENING = '([〔【《〈'
const CLOSING = ')]〕】》〉'
const BRACKET = /[()[\]〔〕【】《》〈〉]/
const SEPARATOR = '、,;。\n\r'

/** Places to split at: 、，,;； and line breaks, outside brackets; a bracket that never closes holds nothing together. */
function pieces(text: string): string[] {
  const key = foldWidth(text)
  const isBalanced = depthAtEnd(key) === 0
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < key.length; at++) {
    const sign = key[at] as string
    if (isBalanced) depth = Math.max(0, depth + stepOf(sign))
    if (depth === 0 && SEPARATOR.includes(sign)) {
      found.push(text.slice(from, at))
      from = at + 1
    }
  }
  found.push(text.slice(from))
  return found
}

function depthAtEnd(key: string): number {
  if (!BRACKET.test(key)) return 0
  let depth = 0
  for (let at = 0; at < key.length; at++) depth += stepOf(key[at] as string)
  return depth
}

const stepOf = (sign: string): number => (OPENING.includes(sign) ? 1 : CLOSING.includes(sign) ? -1 : 0)

const isUnit = (part: string): boolean =>
  (part.length >= 3 || part.startsWith('各')) && UNIT_END.test(part.replace(/等$/, ''))

/** 区发展改革局 区财政局: a space parts units when each side is one; elsewhere it is where a line was broken. */
function bySpace(piece: string): string[] {
  const parts = piece.trim().split(/\s+/)
  return parts.length > 1 && parts.every(isUnit) ? parts : [withoutSpaces(piece)]
}

const DISTRICTS = '[省市州县区旗盟]'
const TOWNS = '(?:镇|乡|街道|社区|村)'
const GOVERNMENTS = '(?:人民)?政府|办事处|管委会|管理委员会|党委|党工委'
/** 各市, 县（市）: the beginning of a phrase for a group whose other kinds follow; 各县、区政府 names no 各县. */
const groupOf = (kinds: string): readonly [RegExp, RegExp] => [
  new RegExp(`^各?${kinds}(?:[(〔[]${kinds}[)〕\\]])?$`),
  new RegExp(`^${kinds}(?:(?:[(〔[]${kinds}[)〕\\]]).*|${GOVERNMENTS})?$`),
]
const GROUPS = [groupOf(DISTRICTS), groupOf(TOWNS)]

/** Puts phrases for a group together again that the split took apart: 各市、州、县人民政府. */
function withGroups(parts: readonly string[]): readonly string[] {
  if (parts.length < 2) return parts
  const joined: string[] = []
  let before = ''
  for (const part of parts) {
    const key = foldWidth(part)
    if (GROUPS.some(([begins, goesOn]) => begins.test(before) && goesOn.test(key)))
      joined.push(`${joined.pop()}、${part}`)
    else joined.push(part)
    before = key
  }
  return joined
}

/** What may stand around a name. Most names are names and nothing else. */
const AROUND = /[^\p{Script=Han}]|等|由|负责|落实|牵头|配合|职[责能]|下同|不再|以下|其中|^(?:部门|单位|有关|相关|无)$/u

/** One unit without what stands around its name; '' when nothing is left. */
function bare(piece: string): string {
  if (!AROUND.test(piece)) return piece
  const key = foldWidth(piece)
  if (key.length > 400) return piece
  const remark = REMARK.exec(key)
  if (remark) return bare(piece.slice(0, remark.index))
  const ending = /[。.;!]+$/.exec(key)
  let name = ending ? piece.slice(0, ending.index) : piece
  const duty = DUTY.exec(foldWidth(name))
  if (duty) name = name.slice(0, duty.index)
  const tail = TAIL.exec(foldWidth(name)) ?? NAMED_TAIL.exec(foldWidth(name))
  if (tail) name = name.slice(0, tail.index)
  for (const mark of foldWidth(name).matchAll(MARK))
    name = mark.index === 0 ? name.slice(mark[0].length) : name.slice(0, name.length - mark[0].length)
  return ASIDE.test(foldWidth(name)) ? '' : name
}

/**
 * The units that a cell or phrase names, as printed, each once. A tail that adds unnamed ones (…等有关部门) is dropped;
 * phrases that stand for a group (各街道（镇）, 区政府各部门（单位）) stay. Names with 和 are one name.
 */
export function splitUnits(text: string): string[] {
  const units: string[] = []
  const known = new Set<string>()
  for (const piece of withGroups(pieces(text).flatMap(bySpace))) {
    const unit = bare(piece)
    const key = foldForComparing(unit)
    if (unit === '' || known.has(key)) continue
    known.add(key)
    units.push(unit)
  }
  return units
}
