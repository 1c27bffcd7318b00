import { readFileSync } from 'node:fs'

/** Colours of a chart, from the tokens of the portal. */
export interface ChartColours {
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly indigo: string
}

export type ChartTheme = 'light' | 'dark'

const NAMES = ['paper', 'ink', 'soft', 'line', 'indigo'] as const

/** Reads the colours out of `tokens.css`: the first `:root` is the light theme, the one under `prefers-color-scheme: dark` the dark. */
export function coloursOf(tokens: string, theme: ChartTheme): ChartColours {
  const at = tokens.indexOf('prefers-color-scheme: dark')
  const part = theme === 'light' ? tokens.slice(0, at) : tokens.slice(at)
  const colour = (name: string): string => {
    const found = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`, 'u').exec(part)?.[1]
    if (!found) throw new Error(`tokens.css has no --${name} for the ${theme} theme`)
    return found
  }
  return Object.fromEntries(NAMES.map((name) => [name, colour(name)])) as unknown as ChartColours
}

const TOKENS = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')

export const CHART_COLOURS: Readonly<Record<ChartTheme, ChartColours>> = {
  light: coloursOf(TOKENS, 'light'),
  dark: coloursOf(TOKENS, 'dark'),
}
