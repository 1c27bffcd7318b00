import { addDays, type Day, endOfTerm, isDay } from '../../../kernel/day.ts'
import { unifiedDocNumber } from '../../../kernel/doc-number.ts'
import { withoutSpaces } from '../../../kernel/han.ts'
import type { ReadDocument, ReadElement } from '../../../reader/types.ts'
import { foldTitle } from './fold-title.ts'

/** The fields that a person may correct, and whether a value will do. An empty value takes the field away. */
const CORRECTABLE = {
  title: (value: string) => value.length > 0 && value.length <= 300,
  docNumber: (value: string) => value.length <= 60,
  issuer: (value: string) => value.length <= 200,
  kind: (value: string) => value.length <= 20,
  topic: (value: string) => value.length <= 60,
  signedOn: isDayOrEmpty,
  printedOn: isDayOrEmpty,
  effectiveFrom: isDayOrEmpty,
  validUntil: isDayOrEmpty,
  recipients: (value: string) => value.length <= 500,
} as const satisfies Record<string, (value: string) => boolean>

export type CorrectableField = keyof typeof CORRECTABLE

function isDayOrEmpty(value: string): boolean {
  return value === '' || isDay(value)
}

export const correctableFields = Object.keys(CORRECTABLE) as readonly CorrectableField[]

export const isCorrectable = (field: string): field is CorrectableField => Object.hasOwn(CORRECTABLE, field)

export const isFit = (field: CorrectableField, value: string): boolean => CORRECTABLE[field](value)

/** A corrected value in the form in which readings have it: titles without spaces, numbers with 〔〕. */
export function keptValue(field: CorrectableField, value: string): string {
  if (field === 'title') return withoutSpaces(value)
  return field === 'docNumber' ? unifiedDocNumber(value.trim()) : value.trim()
}

/** The fields of a document after a person's corrections. */
export interface Fields {
  readonly title: string
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly kind: string | null
  readonly topic: string | null
  readonly signedOn: string | null
  readonly printedOn: string | null
  readonly effectiveFrom: string | null
  readonly validUntil: string | null
  readonly recipients: string | null
}

/** What the reader found, with what a person corrected laid over it (decision 19). */
export function correctedFields(
  reading: ReadDocument,
  overrides: readonly { readonly field: string; readonly value: string }[],
): Fields {
  const corrected = new Map(overrides.map(({ field, value }) => [field, value]))
  const of = (field: CorrectableField, found: string | null): string | null => {
    const value = corrected.get(field)
    return value === undefined ? found : value === '' ? null : value
  }
  const title = of('title', reading.title) ?? reading.title
  const signedOn = of('signedOn', reading.signedOn)
  const effectiveFrom = of('effectiveFrom', takesEffect(reading, signedOn))
  return {
    title,
    docNumber: of('docNumber', reading.docNumber),
    issuer: of('issuer', reading.issuer),
    kind: of('kind', reading.kind),
    topic: of('topic', topicOf(title)),
    signedOn,
    printedOn: of('printedOn', reading.printedOn),
    effectiveFrom,
    validUntil: of('validUntil', endsOn(reading, effectiveFrom ?? signedOn)),
    recipients: of('recipients', reading.recipients),
  }
}

// Readings kept from before these were told lack them: undefined, not null.

/** 自印发之日起施行 follows the day of signing, also a corrected one. */
function takesEffect({ validity }: ReadDocument, signedOn: Day | null): Day | null {
  const { daysFromSigning, effectiveFrom } = validity
  return daysFromSigning != null && signedOn !== null ? addDays(signedOn, daysFromSigning) : effectiveFrom
}

/** 有效期5年 counts from where the document takes effect, also after that day was corrected. */
function endsOn({ validity }: ReadDocument, from: Day | null): Day | null {
  const { termYears, validUntil } = validity
  return termYears != null && from !== null ? endOfTerm(from, termYears) : validUntil
}

/**
 * Words of titles by topic (主题分类, first level of the 22). Where several fit, the topic with most words wins. A guess
 * to browse by: a person corrects it like any other field.
 */
const TOPICS: readonly (readonly [topic: string, words: RegExp])[] = [
  ['综合政务', /政务公开|信息公开|电子政务|政务服务|公文|督查|值班|信访|机关|行政审批|权力(?:事项|清单)|数据/g],
  ['劳动、人事、监察', /任免|任命|免去|职务|人事|工资|就业|社会保障|社会保险|劳动|招聘|表彰|奖励/g],
  ['民政、扶贫、救灾', /社区|居民委员会|行政区划|地名|低保|最低生活保障|养老|救助|救灾|扶贫|殡葬|社会组织|残疾/g],
  ['城乡建设、环境保护', /城市|建设|住房|物业|停车|环境|污染|垃圾|绿化|供热|供水|燃气|拆迁|征收|规划|生态/g],
  ['科技、教育', /教育|学校|招生|入学|科技|创新|幼儿园|义务教育/g],
  ['卫生、体育', /卫生|医疗|医保|疫情|健康|体育|药品/g],
  ['农业、林业、水利', /农业|农村|农民(?!工)|林业|水利|防汛|防洪|畜牧|渔业|粮食|乡村/g],
  ['市场监管、安全生产监管', /市场监管|食品|安全生产|质量|知识产权|消防|特种设备/g],
  ['财政、金融、审计', /财政|预算|金融|税|审计|补贴|专项资金|国库/g],
  ['国民经济管理、国有资产监管', /经济|统计|指标|国有|投资|营商环境|价格|发展规划/g],
  ['工业、交通', /工业|交通|公路|道路|制造|企业/g],
  ['商贸、海关、旅游', /商贸|消费|旅游|招商|外贸/g],
  ['文化、广电、新闻出版', /文化|文物|广播|新闻|出版/g],
  ['公安、安全、司法', /公安|治安|司法|法治|执法|普法|禁放|烟花/g],
]

export function topicOf(title: string): string | null {
  let best: string | null = null
  let most = 0
  for (const [topic, words] of TOPICS) {
    const count = title.match(words)?.length ?? 0
    if (count > most) {
      best = topic
      most = count
    }
  }
  return best
}

/** Title and text folded, to find a document by its title whatever its width and spaces. */
export const titleKey = (title: string): string => foldTitle(title).slice(0, 300)

/** The clause that holds a line, by its path within a part. */
export function clauseIdAt(
  elements: readonly (ReadElement & { readonly id: string | null })[],
  part: ReadElement['part'],
  path: string,
): string | null {
  if (path === '') return null
  const found = elements.find(
    (element) =>
      element.kind === 'clause' &&
      element.path === path &&
      element.part.kind === part.kind &&
      (part.kind !== 'attachment' || (element.part.kind === 'attachment' && element.part.index === part.index)),
  )
  return found?.id ?? null
}
