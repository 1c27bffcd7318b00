const LONGEST = 120

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)

/** Whether a stretch cuts a number: the 2 of 2号 is not found in 2024. */
const isPartOfNumber = (text: string, from: number, to: number): boolean =>
  /^\d\d$/u.test(text.slice(from - 1, from + 1)) || /^\d\d$/u.test(text.slice(to - 1, to + 1))

/** Stretches of the text to mark, merged where they touch. */
function stretches(text: string, words: readonly string[]): [from: number, to: number][] {
  const lower = text.toLowerCase()
  const found: [number, number][] = []
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0 && found.length < 200; at = lower.indexOf(word, at + word.length)) {
      if (!isPartOfNumber(lower, at, at + word.length)) found.push([at, at + word.length])
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const [from, to] of found) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** Where the excerpt begins: a little before the first mark, at the beginning of a phrase where one is near. */
function beginning(text: string, firstMark: number): number {
  if (text.length <= LONGEST || firstMark < LONGEST / 2) return 0
  const earliest = Math.min(firstMark - 30, text.length - LONGEST)
  const pause = text.slice(earliest, firstMark).search(/[，。；：、]/)
  return pause >= 0 ? earliest + pause + 1 : earliest
}

/** An excerpt of at most 120 characters as escaped HTML, the words found in `<mark>`, `…` where text was left out. */
export function excerpt(text: string, words: readonly string[]): string {
  const marks = stretches(text, words)
  const from = beginning(text, marks[0]?.[0] ?? 0)
  const to = Math.min(text.length, from + LONGEST)
  let html = from > 0 ? '…' : ''
  let at = from
  for (const [start, end] of marks) {
    if (start < at || start >= to) continue
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, Math.min(end, to)))}</mark>`
    at = Math.min(end, to)
  }
  return `${html}${escapeHtml(text.slice(at, to))}${to < text.length ? '…' : ''}`
}

/** Whether a passage tells nothing beside the title: it is a line of the title, or whom the document is sent to. */
export function tellsNothing(
  passage: { readonly clauseId: string | null; readonly text: string },
  title: string,
): boolean {
  const bare = (text: string) => text.replace(/\s+/gu, '')
  const text = bare(passage.text)
  return bare(title).includes(text) || (passage.clauseId === null && /[：:]$/u.test(text))
}

/** The passage that answers most of the query: the weights of the words it holds, a whole phrase counting once more; none: null. */
export function bestPassage<Passage extends { readonly text: string }>(
  passages: readonly Passage[],
  words: readonly string[],
  weights: readonly number[],
): Passage | null {
  let best: Passage | null = null
  let most = 0
  const whole = words.join('')
  for (const passage of passages) {
    const text = passage.text.toLowerCase()
    const held = words.reduce((sum, word, index) => (text.includes(word) ? sum + (weights[index] ?? 0) : sum), 0)
    const worth = held + (words.length > 1 && text.includes(whole) ? 2 : 0)
    if (worth > most) {
      most = worth
      best = passage
    }
  }
  return best
}
