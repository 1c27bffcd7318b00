import { foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { nationalOrgans } from './national-organs.ts'

/** Where one organ's name may end inside a row of names. */
const ORGAN_END =
  /(?:人民政府办公室|人民政府办公厅|人民政府|委员会办公室|领导小组办公室|办公室|办公厅|委员会|管理局|监督局|保障局|(?<=[\p{Script=Han}]{2})局|(?<=[\p{Script=Han}]{3})(?:厅|部|总局|中心|指挥部|管委会|检察院|法院|联合会|总工会|街道办事处))/gu

/** The tax office of a place bears the name of its head office first: 国家税务总局青河市税务局 is one organ. */
const isTaxOffice = (name: string, rest: string): boolean =>
  name.endsWith('国家税务总局') && /^[\p{Script=Han}]{2,20}税务局/u.test(rest)

/** Splits names printed one after the other without a sign between them: 明溪区财政局明溪区民政局. */
export function splitOrgans(text: string): string[] {
  const parts = text.split(/[\s、,，]+/).filter(Boolean)
  return parts.flatMap((part) => {
    const national = nationalOrgans(part)
    if (national) return national
    const names: string[] = []
    let from = 0
    for (const found of part.matchAll(ORGAN_END)) {
      const end = found.index + found[0].length
      const rest = part.slice(end)
      // The next name must be one by itself, and begin like a place or an organ, not carry this one on.
      if (
        rest.length >= 5 &&
        /^(?:中共|国家|.{1,8}?(?:省|市|区|县|州|盟|旗))/.test(rest) &&
        ORGAN_END.test(rest) &&
        !isTaxOffice(part.slice(from, end), rest)
      ) {
        names.push(part.slice(from, end))
        from = end
      }
      ORGAN_END.lastIndex = 0
    }
    names.push(part.slice(from))
    return names
  })
}

/** The issuer as a title names it: what stands before 关于 or 印发. Null when the title begins with it, or names none. */
export function issuersOfTitle(titleLines: readonly Pick<Line, 'text'>[]): string[] | null {
  // 关 / 于: a line may end inside the word before which the issuer stands.
  const whole = titleLines
    .map(({ text }) => text)
    .join('\n')
    .replace(/关\s*\n\s*于/, '\n关于')
    .replace(/印\s*\n\s*发/, '\n印发')
  const at = whole.search(/关于|(?:联合)?(?:印发|转发|批转|公布|发布)(?=[《〈\s\p{Script=Han}])/u)
  if (at <= 0) return null
  const before = whole.slice(0, at).replace(/[《“]$/, '')
  const joined = withoutSpaces(before)
  if (joined.length < 3 || joined.length > 120 || /[《》。]/.test(joined)) return null
  // A name broken over lines is one name; several names are told by where names end.
  const names = splitOrgans(/\s/.test(before.trim()) && isSeveral(before) ? before : joined)
  return names.map(withoutSpaces).filter(Boolean)
}

/** 明溪区人民政府第12次常务会议纪要: who met. */
const MINUTES =
  /^(\p{Script=Han}{2,20}?(?:人民政府|管理委员会|管委会|人民代表大会常务委员会))(?=(?:党组)?(?:第?[\d一二三四五六七八九十〇百]{1,4}次|常务|全体|办公|专题|工作|(?:20\d{2}|第[一二三四五六七八九十]{1,3}届))).{0,24}会议纪要$/u
export const hostOfMinutes = (title: string): string | null => MINUTES.exec(title)?.[1] ?? null

const isSeveral = (text: string): boolean => {
  const parts = text.trim().split(/\s+/)
  return (
    parts.length > 1 &&
    parts.every(
      (part) => /(?:政府|办公室|局|委|厅|部|院|会|中心|街道办事处)$/.test(foldWidth(part)) && part.length >= 4,
    )
  )
}
