import { foldWidth } from '../kernel/han.ts'
import { FILE_ENDING, OFFERS_FILE } from './download-links.ts'
import { isOrgan } from './organ-ends.ts'
import { WHOLE_DAY } from './whole-day.ts'

const DAY = new RegExp(WHOLE_DAY, 'g')
/** What may end before the names of those who sign: a sentence, a bracket, the name of an attached file, a wide blank. */
const BEFORE_SIGNERS = new RegExp(String.raw`[。！][”"』」]{0,2}|[)）]|${FILE_ENDING}|\s*\u3000\s*|\s{2,}`, 'g')
/** Many sign together, each name behind a blank. */
const LONGEST_SIGNERS = 240
const LONGEST_NAME = 44
/** A list of attachments that ends with the day: it runs on where nobody signs. */
const ATTACHED_AND_DAY = /^\s*附件?[一二三\d]{0,2}[：:].*[^\d\s至到自于在截前后以及和、，]$/u
/** （此件公开发布）, behind the date. */
const NOTE = /^\s*[（(](?:此件|此文|信息公开)[^（）()]{2,20}[)）]/
/** What may stand behind a signature and its note: nothing, attachments, what the page says of itself. */
const ENDS = new RegExp(
  String.raw`^\s*$|^\s*[（(]联系人|^\s*(?:相关)?附[件表：:]|^\s*${OFFERS_FILE}|^\s*(?:相关链接|浏览次数|抄送)`,
)
/** Or what is issued: a title, and how its text begins. */
const ISSUED =
  /^\s*([^。！；：，、\s]{4,60}?(?:办法|规定|细则|规则|条例|方案|意见|措施|规划|计划|制度|章程|规程|规范|标准|预案|准则|指南|政策|清单|目录)(?:[（(](?:试行|暂行|修订)[)）])?)(?:第一[章条]|一、|[（(]一[)）]|为|根据|\s|$)/
/** No signature is found in a text that is shorter. */
const SHORTEST = 20
/** Characters behind a date that say whether it is one of a signature. */
const LOOK_AHEAD = 100

/**
 * Parts a line in which the signature runs on behind the text: …请认真贯彻执行。明溪区人民政府2023年5月4日明溪区停车管理办法第一章总则….
 * Copies on web pages often lost every break. An organ and a whole day without a word between them are a signature where a sentence ends
 * before them and no other goes on behind.
 */
export function signatureApart(text: string): readonly string[] {
  if (text.length < SHORTEST || !text.includes('日')) return [text]
  const pieces: string[] = []
  let from = 0
  for (const { index, 0: day } of text.matchAll(DAY)) {
    const to = index + day.length
    const behind = piecesBehind(text.slice(to, to + LOOK_AHEAD))
    if (behind === null) continue
    const signers = signersBefore(text.slice(Math.max(from, index - LONGEST_SIGNERS), index))
    if (signers) {
      const at = index - signers.text.length
      pieces.push(text.slice(from, at))
      // One name stands on the line of its day, several each on a line.
      pieces.push(...(signers.names.length > 1 ? [...signers.names, day] : [text.slice(at, to)]))
    } else if (behind.join('') === '' && ATTACHED_AND_DAY.test(text.slice(from, index)))
      pieces.push(text.slice(from, index), day)
    else continue
    pieces.push(...behind)
    from = behind.reduce((end, piece) => end + piece.length, to)
  }
  if (pieces.length === 0) return [text]
  return [...pieces, text.slice(from)].filter((piece) => piece.trim() !== '')
}

/** The organs at the end of a text, and how they are printed; null where it does not end with names alone. */
function signersBefore(text: string): { readonly names: readonly string[]; readonly text: string } | null {
  let start = -1
  for (const { index, 0: border } of text.trimEnd().matchAll(BEFORE_SIGNERS)) {
    // Blanks between names part nothing.
    if (start < 0 || /\S/u.test(border) || !areOrgans(text.slice(start, index))) start = index + border.length
  }
  if (start < 0 || !areOrgans(text.slice(start))) return null
  const printed = text.slice(start).trimStart()
  return { names: printed.trim().split(/\s+/), text: printed }
}

const areOrgans = (text: string): boolean => {
  const names = foldWidth(text).trim().split(/\s+/)
  return names.every((name) => name.length > 2 && name.length <= LONGEST_NAME && isOrgan(name))
}

/** The note and the title that stand right behind a signature; null when a sentence goes on there. */
function piecesBehind(after: string): string[] | null {
  const note = NOTE.exec(after)?.[0] ?? ''
  const rest = after.slice(note.length)
  const issued = ISSUED.exec(rest)?.[1]
  if (issued === undefined) return note !== '' || ENDS.test(rest) ? [note] : null
  return [note, rest.slice(0, rest.indexOf(issued) + issued.length)]
}
