// How fast the reader is, and whether its cost grows with the text alone: `npm run bench:reader -- FILE.txt… FILE.ndjson…`.
import { readFileSync } from 'node:fs'
import { DOCUMENT_KINDS } from '../src/law/national/kinds.ts'
import { readSource } from '../src/reader/read-source.ts'
import { hostileTexts } from './hostile-texts.ts'

const kinds = DOCUMENT_KINDS.map(({ name }) => name)

/** Seconds for which each text is read before anything is measured, then how often and how long each has its turn. */
const WARM_UP = 1
const TURNS = 5
const A_TURN = 0.3

/** Seconds of this process's CPU: other processes on the machine do not count. */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** CPU seconds for reading texts once, one after the other. */
function seconds(texts: readonly string[]): number {
  const started = cpuSeconds()
  for (const text of texts) {
    const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }))
    readSource({ format: 'txt', lines, hints: {}, findings: [] }, { kinds, unitNames: [] })
  }
  return cpuSeconds() - started
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

/** What is measured together: one file's text, at some length, or all bodies of a corpus. */
interface Reading {
  readonly name: string
  readonly texts: readonly string[]
  readonly bytes: number
  readonly times: number[]
}

const readingOf = (name: string, texts: readonly string[]): Reading => ({
  name,
  texts,
  bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  times: [],
})

/** A line of a corpus as a text: its title, its number and its body. */
function textOf(line: string): string {
  const { title, docNumber, body } = JSON.parse(line) as { title?: string; docNumber?: string; body?: string }
  return [title, docNumber, body].filter(Boolean).join('\n')
}

function readingsOf(file: string): Reading[] {
  const name = file.split('/').at(-1) ?? file
  const content = readFileSync(file, 'utf8')
  if (!file.endsWith('.ndjson'))
    return [1, 2, 4, 8].map((times) => readingOf(`${name} ${times}×`, [content.repeat(times)]))
  const texts = content.split('\n').filter(Boolean).map(textOf)
  return [readingOf(`${name}, ${texts.length} texts`, texts)]
}

/** Reads the texts until the time is spent, at least once; gives what each round took. */
function roundsFor(spend: number, texts: readonly string[]): number[] {
  const times: number[] = []
  for (let spent = 0; times.length === 0 || spent < spend; spent += times.at(-1) ?? 0) times.push(seconds(texts))
  return times
}

/** Reads everything in turn, first unmeasured: neither the order nor what came before favours a text. */
function measure(readings: readonly Reading[]): void {
  for (const { texts } of readings) roundsFor(WARM_UP, texts)
  for (let turn = 0; turn < TURNS; turn++)
    for (const { texts, times } of readings) times.push(...roundsFor(A_TURN, texts))
}

const readings = process.argv.slice(2).flatMap(readingsOf)
measure(readings)
for (const { name, bytes, times } of readings) {
  const time = median(times)
  process.stdout.write(
    `${name}: ${(bytes / 1e6 / time).toFixed(1)} MB/s, ${(bytes / 1e6).toFixed(2)} MB in ${(time * 1000).toFixed(1)} ms\n`,
  )
}
for (const [name, ofLength] of hostileTexts) {
  const [once, twice] = [1, 2].map((times) => median([0, 0, 0].map(() => seconds([ofLength(times)])))) as [
    number,
    number,
  ]
  process.stdout.write(`${name}: ${(once * 1000).toFixed(0)} ms, twice as long ${(twice * 1000).toFixed(0)} ms\n`)
}
