/** Neighbouring characters of a text, punctuation and spaces left out: `停车收费` → 停车, 车收, 收费. */
export function characterPairs(text: string): string[] {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  if (letters.length === 1) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** Share of the pairs that stand in the text, 0 to 1: a measure that one wrong character lowers a little only. */
export function shareOfPairs(pairs: readonly string[], text: string): number {
  if (pairs.length === 0) return 0
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length
}
