import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(project, path), 'utf8')
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' }).split('\0').filter(Boolean)

describe('docs/architecture.md', () => {
  const tree = /## The tree\n\n```\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? ''
  /** What the tree names, whole paths: a line that stands in from another lies in its folder. */
  const named = tree.split('\n').reduce<{ folders: string[]; paths: string[] }>(
    ({ folders, paths }, line) => {
      const depth = line.search(/\S/) / 2
      if (depth < 0) return { folders, paths }
      const names = /^(?:\S+(?:, +| {2}|$))+/.exec(`${line.trim()}  `)?.[0].match(/[\w.-]+\/?[\w.-]*\/?/g) ?? []
      const above = folders.slice(0, depth)
      return {
        folders: [...above, names[0] ?? ''],
        paths: [...paths, ...names.map((name) => `${above.join('')}${name}`)],
      }
    },
    { folders: [], paths: [] },
  ).paths

  test('names nothing that is not there', () => {
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((path) => !existsSync(join(project, path)))).toEqual([])
  })

  test('names every folder of the root, of src/, platform/, reader/, portal/ and capabilities/, and every file of src/', () => {
    const places = ['', 'src/', 'src/platform/', 'src/reader/', 'src/portal/', 'src/capabilities/', 'tests/']
    const folders = new Set(
      tracked.flatMap((file) =>
        places
          .filter((place) => file.startsWith(place) && file.slice(place.length).includes('/'))
          .map((place) => `${place}${file.slice(place.length).split('/')[0]}/`),
      ),
    )
    const files = tracked.filter((file) => /^src\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'))
    const isNamed = (path: string) => named.some((name) => name === path || name.startsWith(path))
    expect([...folders, ...files].filter((path) => !isNamed(path))).toEqual([])
  })
})

describe('decisions', () => {
  const files = readdirSync(join(project, 'docs/decisions'))
  test('no two share a number', () => expect(new Set(files.map((file) => file.slice(0, 4))).size).toBe(files.length))
  test.each(files)('%s has its number, a dated status, and says why', (file) => {
    const text = read(`docs/decisions/${file}`)
    expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(text).toMatch(new RegExp(`^# ${file.slice(0, 4)} \\S`))
    expect(text).toMatch(/^Status: \w+, \d{4}-\d\d-\d\d/m)
    expect(text.length).toBeGreaterThan(400)
  })
})

describe('what is written for people', () => {
  test.each(tracked.filter((file) => file.endsWith('.md')))('%s links to nothing that is not there', (file) => {
    const links = [...read(file).matchAll(/(?:\]\(|src=")([^)"#\s]+)/g)].map(([, link = '']) => link)
    const missing = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(project, dirname(file), link)))
    expect(missing).toEqual([])
  })

  test('both READMEs show the same pictures, commands and documents', () => {
    const shown = (file: string) => {
      const text = read(file)
      const commands = [...text.matchAll(/^npm .*|^npx kaiming \w+(?: import| load)?/gm)].map(([command]) => command)
      const links = [...text.matchAll(/(?:\]\(|src=")((?:docs|CONTRIBUTING)[^)"]*)/g)].map(([, link]) => link)
      return { commands, links }
    }
    expect(shown('README.zh-CN.md')).toEqual(shown('README.md'))
    expect(shown('README.md').commands).toContain('npm start')
  })

  test('no folder and no file is named after being of use to everything', () =>
    expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.[a-z]+$)/.test(file))).toEqual([]))
})
