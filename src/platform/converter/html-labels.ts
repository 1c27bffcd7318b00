import type { SourceHints } from '../../reader/types.ts'

/** What sites call the facts that they print about a document; of an issuer the organ that wrote goes before the one that put it online. */
const LABELS: readonly (readonly [RegExp, keyof SourceHints])[] = [
  [/^索引号(?:码)?$/, 'indexNumber'],
  [/^(?:发文字号|发文文号|公文文号|文号|文件编号|文件字号|文件号)$/, 'docNumber'],
  [
    /^(?:发文机关|发布机构|公开机构|制发机关|发布单位|发文单位|发文机构|制定机关|责任部门|公开责任部门|发布机关|信息来源)$/,
    'issuer',
  ],
  [/^(?:成文日期|成文时间|生成日期|制发日期)$/, 'signedOn'],
  [/^(?:发布日期|公开日期|发文日期|发布时间|公开时间)$/, 'publishedOn'],
  [/^(?:主题分类|信息分类|分类|体裁分类|组配分类)$/, 'topic'],
  [/^(?:标题|名称|信息名称|信息标题|文件名称|文件标题|公文名称|公文标题)$/, 'title'],
]
/** Labels of the same tables that say nothing of use here, but are no text of the document either. */
const OTHER_LABELS =
  /^(?:主题词|关键词|有效性|时效性|效力状态|文件状态|是否有效|公开方式|公开时限|公开范围|公开属性|公开类别|公开形式|统一编号|登记号|规范性文件(?:统一)?编号|生效日期|废止日期|失效日期|实施日期|施行日期|内容概述|服务对象|公文种类|文件类型|文种|来源|时间|日期|访问量|浏览次数|浏览量|点击数|阅读次数|发布人|作者|编辑|责任编辑|字体|字号)$/

const LONGEST_LABEL = 24
const bare = (text: string): string => text.replace(/[\s\u00a0【】[\]]+/g, '').replace(/[:：]+$/, '')

/** What a label names: a hint, something of no use here, or null when the text is no label. */
export const labelOf = (text: string): keyof SourceHints | 'other' | null => {
  if (text.length > LONGEST_LABEL) return null
  const label = bare(text)
  return LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? (OTHER_LABELS.test(label) ? 'other' : null)
}

/** Whether a label names the organ that wrote a document, not the one that put it on the site. */
export const isOfWriter = (label: string): boolean => /^(?:发文|制发|制定)/.test(bare(label))

const LONGEST_FACTS = 300

/** Pairs of label and value that stand in one line, each label before a colon: 文号：…　发布日期：… */
export function pairsIn(text: string): (readonly [label: string, value: string])[] {
  const line = text.slice(0, LONGEST_FACTS)
  const found: { label: string; from: number; at: number }[] = []
  for (const { index } of line.matchAll(/[:：]/g)) {
    const before = line.slice(Math.max(found.at(-1)?.at ?? 0, index - LONGEST_LABEL), index)
    for (const { index: start } of before.matchAll(/(?<=^|[\s\u3000|｜;；,，【[])\S/g)) {
      if (!labelOf(before.slice(start))) continue
      found.push({ label: before.slice(start), from: index - before.length + start, at: index + 1 })
      break
    }
  }
  return found.map(({ label, at }, index) => [label, line.slice(at, found[index + 1]?.from ?? line.length).trim()])
}
