import { withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'

/** [1], ［2］, ③ behind a title: of a note at the end, not of the title. */
const NOTE_MARK = /(?:[[［]\d{1,2}[\]］]|[①-⑳])$/

export const joinTitle = (lines: readonly Pick<Line, 'text'>[]): string =>
  lines
    .map(({ text }) => withoutSpaces(text))
    .join('')
    .replace(NOTE_MARK, '')

/** Words by which a title says what its document does. */
export const DOES = /关于|印发|转发|批转|公布|发布/

/** How the name of a place, or of an organ of the whole country, begins. */
export const BEGINS_PLACE =
  /^(?:中共|中国|中华|国家|国务院|全国|\p{Script=Han}{1,9}?(?:省|市|区|县|州|旗|盟|镇|乡|街道))/u
export const beginsWithPlace = (title: string): boolean => BEGINS_PLACE.test(title)
