import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SCRIPT, STYLE } from './assets.ts'

/** The most that a phone on a slow line is asked to read before a page does all it can. */
const MOST_SCRIPT = 6 * 1024

test('the script is small, and is a script', () => {
  expect(Buffer.byteLength(SCRIPT.body)).toBeLessThanOrEqual(MOST_SCRIPT)
  expect(() => new Function(SCRIPT.body)).not.toThrow()
})

test('every style sheet of the portal stands in the one that is served, once', () => {
  const sheets = globSync('{styles,components}/**/*.css', { cwd: import.meta.dirname })
  expect(sheets.length).toBeGreaterThan(30)
  expect(STYLE.sheets.map((name) => name.slice(2)).sort()).toEqual([...sheets].sort())
})

test('nothing is loaded from elsewhere', () => {
  expect(STYLE.body).not.toMatch(/@import|url\(/)
  expect(SCRIPT.body).not.toMatch(/https?:\/\//)
})
