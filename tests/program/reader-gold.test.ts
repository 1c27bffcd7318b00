import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareReading, type Found, type Gold, isSame } from './compare-reading.ts'

const project = resolve(import.meta.dirname, '../..')
const golds = join(project, 'examples/gold')
const gazettes = join(project, 'examples/gazettes')

/** What `kaiming parse FILE --json` prints, by the compiled program. */
const parse = (file: string): Found =>
  JSON.parse(
    execFileSync(process.execPath, [join(project, 'bin/kaiming.js'), 'parse', file, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  )

const readGold = (name: string): Gold => JSON.parse(readFileSync(join(golds, name), 'utf8'))

test('every file of examples/gazettes has its gold', () => {
  const sources = readdirSync(golds).map((name) => readGold(name).source)
  expect(sources.toSorted()).toEqual(readdirSync(gazettes).toSorted())
})

describe.each(readdirSync(golds))('examples/gold/%s', (name) => {
  test('the reader finds at least 99 of 100 things that the gold says', () => {
    const gold = readGold(name)
    const compared = compareReading(gold, parse(join(gazettes, gold.source)))
    const wrong = compared.filter((one) => !isSame(one))
    const told = wrong.map(({ field, where, expected, found }) => `${field} of ${where}: ${found}, not ${expected}`)
    expect(1 - wrong.length / compared.length, told.join('\n')).toBeGreaterThanOrEqual(0.99)
  })
})
