import { mixed, readableOn } from '../kernel/colour.ts'
import { contentHash } from './assets.ts'

/** A district's own main colour, `#rrggbb`; the dark one is made from it when it is not given. */
export interface DistrictColours {
  readonly main: string
  readonly mainDark?: string | undefined
}

const HEX = /^#[0-9a-f]{6}$/i
/** Grounds on which the main colour stands as text, in light and at night (tokens.css). */
const PAPER = '#fbfaf7'
const TINT = '#e9eff5'
const NIGHT = '#22303e'
const BLACK = '#000000'
const WHITE = '#ffffff'

/** The main colour as it is shown by day and at night, always readable: what cannot be read is darkened or lightened. Null: it is no colour. */
export function readableMain({
  main,
  mainDark,
}: DistrictColours): { readonly light: string; readonly dark: string } | null {
  if (!HEX.test(main)) return null
  return {
    light: readableOn(main, [PAPER, TINT, WHITE], BLACK),
    dark: readableOn(mainDark && HEX.test(mainDark) ? mainDark : main, [NIGHT], WHITE),
  }
}

/** The tokens that a district's colour replaces, light and dark. */
export function coloursSheet(colours: DistrictColours): string {
  const shown = readableMain(colours)
  if (!shown) return ''
  const { light, dark: night } = shown
  return (
    `:root{--indigo:${light};--indigo-deep:${mixed(light, BLACK, 0.25)};--cloth:${light}}\n` +
    `@media (prefers-color-scheme:dark){:root{--indigo:${night};--indigo-deep:${mixed(night, WHITE, 0.35)};--cloth:${mixed(light, NIGHT, 0.35)}}}\n`
  )
}

/** Every page names its sheet, and making it anew took as long as writing the head around it. */
const paths = new WeakMap<DistrictColours, string>()

/** Address of the sheet, named by what it says. */
export function coloursPath(colours: DistrictColours): string {
  const path = paths.get(colours) ?? `/assets/colours.${contentHash(coloursSheet(colours))}.css`
  paths.set(colours, path)
  return path
}
