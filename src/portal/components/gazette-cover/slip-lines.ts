/** What fits the slip in one line at the least size of letters; a longer name takes two. */
const LONGEST_LINE = 10
/** Where the name of a gazette may break: after a place, before who governs it. */
const PARTS = /(?<=[省市区县旗州盟])|(?=人民政府|管理委员会|办公(?:室|厅))/u

/** The name of a gazette in one line or two, which part by sense where both are short enough, else in the middle. */
export function slipLines(title: string): readonly string[] {
  if (title.length <= LONGEST_LINE) return [title]
  const half = Math.ceil(title.length / 2)
  let best = half
  let at = 0
  let nearest = Number.POSITIVE_INFINITY
  for (const part of title.split(PARTS)) {
    at += part.length
    const longest = Math.max(at, title.length - at)
    if (at < title.length && longest <= Math.max(LONGEST_LINE, half + 1) && Math.abs(at - half) < nearest) {
      best = at
      nearest = Math.abs(at - half)
    }
  }
  return [title.slice(0, best), title.slice(best)]
}
