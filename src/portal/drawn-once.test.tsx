import { expect, test } from 'vitest'
import { drawnOnce } from './drawn-once.tsx'

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
