import { foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { ReadAppointment } from './types.ts'

/** A name of two to four characters, letterspacing left out; names of minorities have a dot. */
const NAME = '([\\p{Script=Han}]{2,4}(?:[·•][\\p{Script=Han}]{1,10}){0,3})'
const NAMES = `${NAME}((?:、[\\p{Script=Han}]{2,4})*)`
/** （女，壮族）, 同志 behind a name. */
const BEHIND_NAME = '(?:[(][^()]{1,20}[)])?(?:同志)?'
const APPOINT = new RegExp(`^${NAMES}${BEHIND_NAME}(?:为|担任|兼任|任)(.{2,80}?)(?:人选)?$`, 'u')
const REMOVE = new RegExp(`^${NAMES}${BEHIND_NAME}(?:的|所任的?|担任的|兼任的)(.{2,80}?)(?:职务)?$`, 'u')
const REMOVE_FROM = new RegExp(`^${NAMES}${BEHIND_NAME}(?:不再担任|辞去)(.{2,80}?)(?:职务)?(?:的请求)?$`, 'u')
const REMOVE_HIS = /^(?:免去|不再担任|解聘)(?:其|他|她)?(?:的|担任的|兼任的|所任的?)?(.{2,80}?)职务?$/

const APPOINTS = /^(?:决定)?(?:任命|聘任|聘|提名|决定任命)[::]?/
const REMOVES = /^(?:决定)?(?:免去|解聘|免|决定免去|接受)[::]?/
/** Where a sentence turns from one decision to the next: a verb, the next person's name and 为, the end of a removal. */
const TURNS =
  /[。;；]|[,，](?=(?:同时)?(?:任命|聘任|免去|解聘|不再担任|兼任))|[,，](?=[\p{Script=Han}]{2,4}(?:同志)?为[^期])|(?<=职务)[,，]/u
const LONGEST_TEXT = 3000
/** Why somebody goes, behind the post: （退休）. */
const REASON = /(?<=职务)[(][^()]{1,20}[)]$/

/** （试用期一年）, ，试用期一年 and the like behind a post. */
const withoutTerms = (post: string): string =>
  post
    .replace(/[(](?:试用期|任期|挂职|正|副|兼|保留|列|时间).*[)]$/, '')
    .replace(/[,](?:试用期|任期|聘期|任职|挂职|时间|列).*$/, '')

/** The decision of one sentence; `mode` is what 任命： or 免去： above it says, `last` the person of the decision before. */
function decisionsOf(
  sentence: string,
  mode: ReadAppointment['action'] | null,
  last: string | null,
): Omit<ReadAppointment, 'line'>[] {
  const his = REMOVE_HIS.exec(sentence.replace(/^同时/, ''))
  if (his?.[1] && last && !REMOVE.test(sentence.replace(REMOVES, '')))
    return [{ action: 'remove', person: last, post: his[1] }]
  const bare = sentence
    .replace(APPOINTS, '')
    .replace(REMOVES, '')
    .replace(/^[,、]/, '')
    .replace(REASON, '')
  const removed = (mode === 'remove' ? REMOVE.exec(bare) : null) ?? REMOVE_FROM.exec(bare)
  const appointed = removed || mode === 'remove' ? null : APPOINT.exec(withoutTerms(bare))
  const [, person, others = '', post] = removed ?? appointed ?? []
  if (!person || !post) return []
  const action = removed ? 'remove' : 'appoint'
  return [person, ...others.split('、').filter(Boolean)].map((name) => ({ action, person: name, post }))
}

/**
 * The appointments and removals that the text of a personnel document decides, one a sentence. 任命： and 免去： hold for
 * the lines that follow them; 免去其…职务 is about the person named before.
 */
export function readAppointments(
  texts: readonly { readonly text: string; readonly line: number }[],
): ReadAppointment[] {
  const found: ReadAppointment[] = []
  let mode: ReadAppointment['action'] | null = null
  let last: string | null = null
  for (const { text, line } of texts) {
    if (text.length > LONGEST_TEXT) continue
    const key = withoutSpaces(foldWidth(text))
      .replace(/^.*?(?:决定|研究同意)[,:;](?!任命)/, '')
      .replace(/^.*?(?:决定|研究同意)[,:;]/, '')
      .replace(/^[(]?[一二三四五六七八九十\d]{1,3}[)、.]+/, '')
    for (const sentence of key.split(TURNS)) {
      if (APPOINTS.test(sentence)) mode = 'appoint'
      else if (REMOVES.test(sentence)) mode = 'remove'
      const decisions = decisionsOf(sentence, mode ?? (/同志(?:任|为)/.test(sentence) ? 'appoint' : null), last)
      if (mode === null && !/同志|不再担任|辞去/.test(sentence)) continue
      for (const decision of decisions) found.push({ ...decision, line })
      last = decisions.at(-1)?.person ?? last
    }
  }
  return found
}
