import { pinyin } from 'pinyin-pro'

/** How a text sounds, for finding by letters: syllables and initials, both as one run, and where each character begins. */
export interface Sound {
  /** `tingcheshoufei` */
  readonly syllables: string
  /** `tcsf` */
  readonly initials: string
  /** Offsets in `syllables` at which a syllable begins. */
  readonly starts: ReadonlySet<number>
}

/** Sounds that speakers and keyboards mix up are written as one: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in. */
export const foldSound = (letters: string): string =>
  letters.replace(/([zcs])h/g, '$1').replace(/([aei])ng(?![aeiou])/g, '$1n')

/** The sound of a text; digits and punctuation are silent. */
export function soundOf(text: string): Sound {
  const parts = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).map(foldSound)
  const starts = new Set<number>()
  let syllables = ''
  for (const part of parts) {
    starts.add(syllables.length)
    syllables += part
  }
  return { syllables, initials: parts.map((part) => part[0] ?? '').join(''), starts }
}

/**
 * Whether letters as typed can be heard in a text: as whole syllables from the beginning of one, or (from three letters
 * on) as initials of neighbouring characters.
 */
export function isHeard(letters: string, sound: Sound): boolean {
  const wanted = foldSound(letters)
  for (let at = sound.syllables.indexOf(wanted); at >= 0; at = sound.syllables.indexOf(wanted, at + 1)) {
    if (sound.starts.has(at)) return true
  }
  return letters.length >= 3 && sound.initials.includes(letters)
}
