/** A text in one width and case, punctuation and spaces left out: what a title and a title that somebody typed are compared by. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Neighbouring characters of a text: `停车收费` → 停车, 车收, 收费. */
export function characterPairs(text: string): string[] {
  const letters = [...lettersOf(text)]
  if (letters.length === 1) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** Share of the pairs that stand in the letters of a text, 0 to 1: a measure that one wrong character lowers a little only. */
export function shareOfPairs(pairs: readonly string[], text: string): number {
  if (pairs.length === 0) return 0
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length
}
