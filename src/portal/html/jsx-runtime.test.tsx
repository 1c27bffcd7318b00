import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { describe, expect, test } from 'vitest'

const Name: FC<{ name: string | null }> = ({ name }) => (name === null ? null : <b>{name}</b>)
const Framed: FC<{ children?: unknown }> = ({ children }) => <p>{children}</p>
const untyped = (value: unknown) => value as string

describe('an element as text', () => {
  test.each([
    [<p>甲&乙 {'<script>'}</p>, '<p>甲&amp;乙 &lt;script&gt;</p>', 'texts are escaped'],
    [<a href={'/"><i>\'&'}>x</a>, '<a href="/&quot;&gt;&lt;i&gt;&#39;&amp;">x</a>', 'values of attributes are escaped'],
    [<p>{raw('<i>x</i>')}</p>, '<p><i>x</i></p>', 'what is HTML already is not'],
    [
      <p>{[1, 0, '二', null, undefined, true, false, [<br />]]}</p>,
      '<p>10二<br/></p>',
      'what says nothing is left out',
    ],
    [
      <input value="" disabled={true} hidden={false} size={3} />,
      '<input value="" disabled="" size="3"/>',
      'by presence',
    ],
    [<p class={undefined} aria-hidden={true} data-plain="" />, '<p aria-hidden="true" data-plain=""></p>', 'by value'],
    [<wbr />, '<wbr/>', 'no content, no end'],
    [<td />, '<td></td>', 'no content, but an end'],
    [<Name name="<甲>" />, '<b>&lt;甲&gt;</b>', 'a component'],
    [<Name name={null} />, '', 'a component that shows nothing'],
    [
      <Framed>
        <Name name="甲" />和<Name name="乙" />
      </Framed>,
      '<p><b>甲</b>和<b>乙</b></p>',
      'children of a component',
    ],
    [
      <>
        <Name name="甲" />乙
      </>,
      '<b>甲</b>乙',
      'a fragment',
    ],
    [<script dangerouslySetInnerHTML={{ __html: '1<2' }} />, '<script>1<2</script>', 'what is said to be HTML'],
    [
      <svg viewBox="0 0 4 4" aria-hidden="true">
        <path d="M1 1h2" stroke-width="1.6" />
      </svg>,
      '<svg viewBox="0 0 4 4" aria-hidden="true"><path d="M1 1h2" stroke-width="1.6"></path></svg>',
      'names of attributes stay as they are written',
    ],
  ])('%s', (made, html) => {
    expect(String(made)).toBe(html)
  })

  test.each([
    ['a promise', () => <p>{untyped(Promise.resolve('甲'))}</p>],
    ['an object', () => <p>{untyped({ isEscaped: true, toString: () => '<i>' })}</p>],
    ['an object as the value of an attribute', () => <p class={untyped({})} />],
    ['a function as the value of an attribute', () => <p class={untyped(() => 'x')} />],
  ])('%s is refused: nobody wrote it to be read', (_, make) => {
    expect(make).toThrow(TypeError)
  })
})
