import type { Child, FC } from 'hono/jsx'
import { jsx } from 'hono/jsx'

/** Examples of one component: typed data that feed the preview page and the HTML check at once. */
export interface ComponentExamples {
  readonly name: string
  /** Each case by what it shows. */
  readonly cases: readonly { readonly title: string; render(): Child }[]
}

interface Described<Props extends object> {
  readonly name: string
  readonly component: FC<Props>
  readonly cases: Readonly<Record<string, Props>>
  /** What a part needs around it to be valid HTML: a list, a table. */
  readonly around?: (child: Child) => Child
}

/** Binds a component to its examples. */
export const componentExamples = <Props extends object>({
  name,
  component,
  cases,
  around = (child) => child,
}: Described<Props>): ComponentExamples => ({
  name,
  cases: Object.entries(cases).map(([title, props]) => ({
    title,
    render: () => around(jsx(component as unknown as Parameters<typeof jsx>[0], props)),
  })),
})
