import type { DifferenceCounts } from '../../rules/differences.ts'
import type { DifferenceClass } from '../../rules/text-changes.ts'

/** Classes of differences as people read them (decision 16), what weighs most first. */
export const CLASS_WORDS: Readonly<Record<DifferenceClass, string>> = {
  substance: '内容不同',
  misreading: '疑似误识',
  layout: '版面不同',
}

/** What each class means, in a sentence. */
export const CLASS_MEANINGS: Readonly<Record<DifferenceClass, string>> = {
  substance: '文字的意思不一样。',
  misreading: '一个字换成了样子相近的字，多半是扫描或录入的差错，不是修改。',
  layout: '只是标点、空格、分段不一样，或者标题、主送机关、落款在一个文本里没有印。',
}

export const CLASSES = Object.keys(CLASS_WORDS) as readonly DifferenceClass[]

/** 内容不同2处，版面不同1处; nothing differs: 文字一致. */
export function countsInWords(counts: DifferenceCounts): string {
  const said = CLASSES.flatMap((name) => (counts[name] > 0 ? [`${CLASS_WORDS[name]}${counts[name]}处`] : []))
  return said.length > 0 ? said.join('，') : '文字一致'
}
