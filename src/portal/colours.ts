import { contentHash } from './assets.ts'

/** A district's own main colour, `#rrggbb`; the dark one is made from it when it is not given. */
export interface DistrictColours {
  readonly main: string
  readonly mainDark?: string | undefined
}

type Rgb = readonly [red: number, green: number, blue: number]

const HEX = /^#[0-9a-f]{6}$/i
/** Grounds on which the main colour stands as text, in light and at night (tokens.css). */
const PAPER: Rgb = [0xfb, 0xfa, 0xf7]
const TINT: Rgb = [0xe9, 0xef, 0xf5]
const NIGHT: Rgb = [0x22, 0x30, 0x3e]
const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]
/** Least contrast of text (WCAG 2.2, 1.4.3), with a little more for rounding. */
const LEAST_CONTRAST = 4.6

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const hex = (colour: Rgb): string => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => part + ((other[at] ?? 0) - part) * share) as unknown as Rgb

/** A colour moved towards black or white until it can be read as text on a ground. */
function readable(colour: Rgb, grounds: readonly Rgb[], towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const moved = mix(colour, towards, share)
    if (grounds.every((ground) => contrast(hex(moved), hex(ground)) >= LEAST_CONTRAST)) return moved
  }
  return towards
}

/** The tokens that a district's colour replaces, light and dark, always readable; an unreadable colour is darkened or lightened. */
export function coloursSheet({ main, mainDark }: DistrictColours): string {
  if (!HEX.test(main)) return ''
  const light = readable(rgb(main), [PAPER, TINT, WHITE], BLACK)
  const night = readable(rgb(mainDark && HEX.test(mainDark) ? mainDark : main), [NIGHT], WHITE)
  const cloth = hex(mix(light, NIGHT, 0.35))
  return (
    `:root{--indigo:${hex(light)};--indigo-deep:${hex(mix(light, BLACK, 0.25))};--cloth:${hex(light)}}\n` +
    `@media (prefers-color-scheme:dark){:root{--indigo:${hex(night)};--indigo-deep:${hex(mix(night, WHITE, 0.35))};--cloth:${cloth}}}\n`
  )
}

/** Address of the sheet, named by what it says. */
export const coloursPath = (colours: DistrictColours): string =>
  `/assets/colours.${contentHash(coloursSheet(colours))}.css`
