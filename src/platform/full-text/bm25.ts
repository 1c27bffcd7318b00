/** As LanceDB has them (Robertson and Zaragoza 2009): how fast repetition counts less, and how much length counts. */
const REPETITION = 1.2
const LENGTH = 0.75

/** What the score of a word in one row depends on beside the row. */
export interface Collection {
  readonly rows: number
  readonly rowsWithWord: number
  /** Words of a row on average. */
  readonly averageLength: number
}

/** BM25 of a word that stands `times` in a row of `length` words: above 0, the higher the rarer the word. */
export function bm25(times: number, length: number, { rows, rowsWithWord, averageLength }: Collection): number {
  const rarity = Math.log(1 + (Math.max(rows, rowsWithWord) - rowsWithWord + 0.5) / (rowsWithWord + 0.5))
  const share = averageLength > 0 ? length / averageLength : 1
  return (rarity * times * (REPETITION + 1)) / (times + REPETITION * (1 - LENGTH + LENGTH * share))
}
