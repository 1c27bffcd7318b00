import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const folder = join(project, 'examples/gold')

interface Found {
  readonly text: string
  readonly [field: string]: unknown
}

/** What `kaiming parse FILE --json` prints, by the compiled program. */
const parse = (file: string) =>
  JSON.parse(
    execFileSync(process.execPath, [join(project, 'bin/kaiming.js'), 'parse', file, '--json'], { encoding: 'utf8' }),
  )

const bare = (text: string) => text.replace(/\s/g, '')

describe.each(readdirSync(folder))('examples/gold/%s', (name) => {
  const gold = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const found = parse(join(project, 'examples/gazettes', gold.source))

  test('the issue and its documents, field by field', () => {
    expect(found.gazette).toEqual(gold.gazette)
    expect(found.documents).toHaveLength(gold.documents.length)
    for (const [index, { firstWords, lastWords, ...fields }] of gold.documents.entries()) {
      const document: Found = found.documents[index]
      expect(document).toMatchObject(fields)
      expect(bare(document.text).startsWith(firstWords)).toBe(true)
      expect(bare(document.text).endsWith(lastWords)).toBe(true)
    }
  })

  test('tables with their first and last rows, tasks, citations', () => {
    expect(found.tables).toMatchObject(gold.tables)
    expect(found.tasks).toEqual(gold.tasks)
    expect(found.citations).toMatchObject(gold.citations)
  })
})
