import { asSentence } from '../../../kernel/sentence.ts'
import type { ReadDocument, ReadElement } from '../../../reader/types.ts'

/** Headings that every plan has: they tell nothing of what this one does. */
const GENERAL =
  /^(?:总体|指导|基本|主要|重点|工作|建设|发展|行动|组织|实施|保障|配套|有关|其他|政策|推进|任务|时间|方法|进度){0,2}(?:要求|思想|原则|目标|任务|措施|举措|步骤|保障|实施|安排|内容|事项|领导|政策|分工|方法|部署|监督)$|^(?:总则|附则|前言|背景)$/u
/** Sentences that carry a document, and do not say what it holds. */
const CARRIES =
  /印发(?:给你们|实施|你们)|请.{0,8}(?:执行|落实|实施|抓好落实)。$|[：:]$|(?:如下|以下).{0,6}$|收悉。$|制定本[\p{Script=Han}]{1,6}。$|适用(?:于)?本[\p{Script=Han}]{1,6}。$|^[（(].{4,60}[)）]$/u

/** 总　则: short headings are printed wide. */
const LETTERSPACED = /(?<=^\p{Script=Han})\s+(?=\p{Script=Han}$)/u

/** Longest line; what is longer ends at a pause. */
const LONGEST = 90
const SHORTEST = 15
const MOST_HEADINGS = 4
/** Elements from the beginning among which a sentence is looked for. */
const LOOKED_AT = 16

const headingsOf = (elements: readonly ReadElement[], level: 1 | 2): readonly string[] =>
  elements.flatMap((element) => {
    if (element.kind !== 'clause' || !isLevel(element.level, level)) return []
    const heading = element.heading?.replace(LETTERSPACED, '') ?? ''
    return heading === '' || GENERAL.test(heading) ? [] : [heading]
  })

/** Chapters of a regulation stand where the first level of a plan does. */
const isLevel = (level: unknown, wanted: 1 | 2): boolean => level === wanted || (wanted === 1 && level === 'chapter')

const joined = (headings: readonly string[]): string =>
  `${headings.slice(0, MOST_HEADINGS).join('；')}${headings.length > MOST_HEADINGS ? '等' : ''}。`

/** Cut at a pause, never within a word or a number; closed as a sentence is. */
function closed(sentence: string): string {
  if (sentence.length <= LONGEST) return asSentence(sentence)
  const cut = sentence.slice(0, LONGEST - 2)
  const pause = Math.max(...['，', '；', '。', ',', ';'].map((mark) => cut.lastIndexOf(mark)))
  return `${pause >= SHORTEST ? cut.slice(0, pause) : cut}……`
}

/** The first sentence of an element; one that goes on in the next (任命……；) with what follows. */
function sentenceAt(elements: readonly { readonly text: string }[], at: number): string {
  let said = /^[^。]{6,}?。[”’」』）]*/u.exec(elements[at]?.text ?? '')?.[0] ?? elements[at]?.text ?? ''
  for (let next = at + 1; said.endsWith('；') && next < elements.length; next++) {
    const more = elements[next]?.text ?? ''
    if (said.length + more.length > LONGEST) break
    said += more
  }
  return said
}

/**
 * One line of what a document does: its headings, of the second level where those of the first are the ones that every plan
 * has; else its first sentence that says more than that it is sent.
 */
export function gistOf({ elements }: Pick<ReadDocument, 'elements'>): string | null {
  for (const level of [1, 2] as const) {
    const headings = headingsOf(elements, level)
    if (headings.length >= 2) return joined(headings)
  }
  const texts = elements.filter(
    (element): element is ReadElement & { kind: 'paragraph' | 'clause' } =>
      (element.kind === 'paragraph' || element.kind === 'clause') && element.text.length > 0,
  )
  const isLong = ({ text }: { readonly text: string }) => text.length > SHORTEST
  const telling = texts
    .slice(0, LOOKED_AT)
    .findIndex((element, at) => isLong(element) && !CARRIES.test(sentenceAt(texts, at)))
  const first = telling >= 0 ? telling : texts.findIndex(isLong)
  return first < 0 ? null : closed(sentenceAt(texts, first))
}
