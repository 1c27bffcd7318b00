/** Cuts a text into words; joined they are the text again. */
export type CutWords = (text: string) => readonly string[]

/** Without a dictionary: before 《, （, 关于 and the like, after closing brackets and pauses. */
const WITHOUT_WORDS = /(?=《|（|关于|印发|公布|修改|废止|同意)|(?<=[》）、，　])/u

/** What never begins a line, and what never ends one. */
const CLINGS_BACK = /^[》）〕】”’、，。；：！？的号年月日期—–~～\-—％%\s]/u
/** A word of one character that says what the name before it is: 明溪/区, 民政/局. */
const KIND_OF_NAME = /^[省市区县镇乡村局委办处科院所站队]$/u
const CLINGS_ON = /[《（〔【“‘—–~～第-]$/u
/** Without a dictionary the word before 的通知 is taken to have two characters, as most have: 办法, 工作, 方案. */
const TAIL_WITHOUT_WORDS = /(?=[\p{Script=Han}》）]{2}的[\p{Script=Han}]{2,4}$)/u
const TAIL_SEEN = 8
/** Both sides of a number stay together: 2024—2026年, 〔2024〕3号, 第5期. */
const INSIDE_NUMBER = /\d$/
const NUMBER_GOES_ON = /^\d/
/** A part that a narrow page cannot hold in one line. */
const LONG_PART = 9
/** A last line shorter than this looks like a slip. */
const LEAST_TAIL = 4

/**
 * The pieces of a title between which a line may break (GB/T 9704: 词意完整，排列对称). A piece of punctuation stays with its
 * word, numbers stay whole, and the end of the title (》的通知) is one piece.
 */
export function sensePieces(text: string, cut?: CutWords): readonly string[] {
  const groups: string[][] = []
  let before = ''
  const words = cut
    ? cut(text)
    : text.split(WITHOUT_WORDS).flatMap((part) => (part.length > LONG_PART ? cutTail(part) : part))
  for (const word of words) {
    if (word === '') continue
    const group = groups.at(-1)
    if (group && clings(before, word)) group.push(word)
    else groups.push([word])
    before = word
  }
  const pieces = groups.map((group) => group.join(''))
  while (pieces.length > 1 && ((pieces.at(-1)?.length ?? 0) < LEAST_TAIL || pieces.at(-2)?.endsWith('的'))) {
    const tail = pieces.pop() ?? ''
    pieces[pieces.length - 1] += tail
  }
  return pieces
}

/** Whether no line may break between two words. */
const clings = (before: string, word: string): boolean =>
  CLINGS_BACK.test(word) ||
  KIND_OF_NAME.test(word) ||
  CLINGS_ON.test(before) ||
  before.endsWith('〕') ||
  (INSIDE_NUMBER.test(before) && NUMBER_GOES_ON.test(word))

/** A long part as its beginning and its end, where 的通知 and the word before it stand. */
function cutTail(part: string): readonly string[] {
  // Only the end is looked at, so that the cost does not grow with the text.
  const at = part.length - TAIL_SEEN
  const [before = '', ...tail] = part.slice(at).split(TAIL_WITHOUT_WORDS)
  return [part.slice(0, at) + before, ...tail]
}
