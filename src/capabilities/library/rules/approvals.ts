import type { ReadElement } from '../../../reader/types.ts'

/** 关于同意设立荷塘社区居民委员会的批复 → 设立荷塘社区居民委员会: what an approval is about. */
export function approvalSubject(title: string): string {
  const about = /关于(?:原则)?(?:同意)?(.+?)的?批\s*复$/u.exec(title.replace(/\s+/gu, ''))
  return about?.[1] ?? title
}

/** Sentences that decide: 同意…, 原则同意…, 不同意…. */
const DECIDES = /^(?:原则上?)?(?:不)?同意/u

/** What an approval grants or refuses, one sentence each, in the order of its text. */
export function approvedMatters(elements: readonly ReadElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.kind !== 'clause' && element.kind !== 'paragraph') return []
    if (!DECIDES.test(element.text)) return []
    return [/^[^。；;]+/u.exec(element.text)?.[0] ?? element.text]
  })
}
