import { expect, test } from 'vitest'
import { drawnOnce, drawnWhile } from './drawn-once.tsx'

const times = new Map<string, number>()
const Title = ({ text, tone }: { text: string; tone?: string }) => {
  times.set(text, (times.get(text) ?? 0) + 1)
  return <b class={tone}>{text}</b>
}
const Kept = drawnOnce(Title, ({ text, tone }) => (tone === 'new' ? null : `${text}\n${tone}`), 2)
const drawn = (text: string, tone?: string) => String(<Kept text={text} {...(tone ? { tone } : {})} />)

test('the same words are drawn once, also inside another element', () => {
  expect(drawn('a<b')).toBe('<b>a&lt;b</b>')
  expect(
    String(
      <p>
        <Kept text="a<b" />
      </p>,
    ),
  ).toBe('<p><b>a&lt;b</b></p>')
  expect(times.get('a<b')).toBe(1)
})

test('other props are another drawing', () => {
  expect([drawn('c'), drawn('c', 'quiet')]).toEqual(['<b>c</b>', '<b class="quiet">c</b>'])
})

test('what has no key is drawn anew', () => {
  expect([drawn('d', 'new'), drawn('d', 'new'), times.get('d')]).toEqual([
    '<b class="new">d</b>',
    '<b class="new">d</b>',
    2,
  ])
})

test('only the latest are kept', () => {
  for (const text of ['e', 'f', 'g', 'e']) drawn(text)
  expect([times.get('e'), times.get('f'), times.get('g')]).toEqual([2, 1, 1])
})

test('what a kept reading tells is drawn once; another reading, or none, is drawn anew', () => {
  let drawings = 0
  const List = ({ names }: { names: readonly string[] }) => {
    drawings++
    return <i>{names.join('、')}</i>
  }
  const Kept = drawnWhile(List, ({ names }) => (names.length > 1 ? names : null))
  const [kept, same, short] = [['a', '<b'], ['a', '<b'], ['c']]
  const html = [kept, kept, same, short, short].map((names) => String(<Kept names={names} />))
  expect(html).toEqual([...Array(3).fill('<i>a、&lt;b</i>'), '<i>c</i>', '<i>c</i>'])
  expect(drawings).toBe(4)
})
