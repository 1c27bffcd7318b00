import { foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { ReadAppointment } from './types.ts'

/** A name of two to four characters, the spaces of letterspaced two-character names left out; names of minorities have a dot. */
const NAME = '([\\p{Script=Han}]{2,4}(?:·[\\p{Script=Han}]{1,10})?)'
const APPOINT = new RegExp(
  `^(?:(?:任命|聘任|提名)[::]?)?${NAME}(?:同志)?(?:为|任|担任|兼任)(.{2,80}?)(?:[(].*[)])?[。;,、]?$`,
  'u',
)
const REMOVE = new RegExp(`^(?:(?:免去|解聘)[::]?)?${NAME}(?:同志)?的(.{2,80}?)职务[。;,、]?$`, 'u')

/**
 * The appointments and removals that the text of a personnel document decides, one a sentence. 任命： and 免去： hold for
 * the lines that follow them.
 */
export function readAppointments(
  texts: readonly { readonly text: string; readonly line: number }[],
): ReadAppointment[] {
  const found: ReadAppointment[] = []
  let mode: ReadAppointment['action'] | null = null
  for (const { text, line } of texts) {
    if (text.length > 3000) continue
    const key = withoutSpaces(foldWidth(text)).replace(/^.*?决定[,:;]/, '')
    for (const sentence of key.split(/[。;]|,(?=任命|免去)/)) {
      if (/^(?:任命|聘任)[::]?/.test(sentence)) mode = 'appoint'
      if (/^(?:免去|解聘)[::]?/.test(sentence)) mode = 'remove'
      const bare = sentence.replace(/^(?:任命|聘任|免去|解聘)[::]?/, '')
      const removed = REMOVE.exec(bare)
      const appointed = removed || mode === 'remove' ? null : APPOINT.exec(bare)
      const [, person, post] = removed ?? appointed ?? []
      if (person && post && mode) found.push({ action: removed ? 'remove' : 'appoint', person, post, line })
    }
  }
  return found
}
