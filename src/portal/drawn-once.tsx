import { raw } from 'hono/html'
import { type FC, jsx } from 'hono/jsx'

/**
 * A component whose HTML is kept for the same words: what stands in many pages (a document in the home page, in lists under every
 * filter, beside its unit) is drawn once, not for each of them. `keyOf` names everything that the component draws; null where that cannot be
 * said, and it is drawn anew. The latest `most` are kept; nothing has to be renewed, since other words are another key.
 */
export function drawnOnce<Props extends object>(
  Component: FC<Props>,
  keyOf: (props: Props) => string | null,
  most: number,
): FC<Props> {
  const kept = new Map<string, ReturnType<typeof raw>>()
  return (props) => {
    const key = keyOf(props)
    if (key === null) return jsx(Component as FC, props)
    const known = kept.get(key)
    if (known) return known
    const drawn = raw(String(jsx(Component as FC, props)))
    // A Map keeps the order of insertion: the first is the one drawn longest ago.
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, drawn)
    return drawn
  }
}

/**
 * A component whose HTML is kept for as long as a reading is: while nothing changes, what is kept comes as the same object again. `readingOf`
 * gives that object where it tells all that the component draws; null where it does not, and it is drawn anew.
 */
export function drawnWhile<Props extends object>(
  Component: FC<Props>,
  readingOf: (props: Props) => object | null,
): FC<Props> {
  const kept = new WeakMap<object, ReturnType<typeof raw>>()
  return (props) => {
    const reading = readingOf(props)
    if (reading === null) return jsx(Component as FC, props)
    const drawn = kept.get(reading) ?? raw(String(jsx(Component as FC, props)))
    kept.set(reading, drawn)
    return drawn
  }
}
