type Rgb = readonly [red: number, green: number, blue: number]

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

/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A colour with a share (0 to 1) of another. */
export function mixed(one: string, other: string, share: number): string {
  const towards = rgb(other)
  return hex(rgb(one).map((part, at) => part + ((towards[at] ?? 0) - part) * share) as unknown as Rgb)
}

/** A colour moved towards black (or white) until it can be read as text on every one of the grounds. */
export function readableOn(colour: string, grounds: readonly string[], towards = '#000000'): string {
  for (let share = 0; share < 1; share += 0.04) {
    const moved = mixed(colour, towards, share)
    if (grounds.every((ground) => contrast(moved, ground) >= LEAST_CONTRAST)) return moved
  }
  return towards
}
