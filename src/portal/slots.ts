import type { Child } from 'hono/jsx'
import type { Site, Visitor } from '../platform/ports.ts'

/** Who looks at which site: what every slot is told. */
export interface SlotVisit {
  readonly site: Site
  readonly visitor: Visitor
}

/** Props of each slot that a page offers. None of these pages knows who stands in its slots. */
export interface SlotProps {
  /** Doors of the home page: 查政策, 问政策, 依申请公开. */
  readonly 'home.doors': SlotVisit
  /** The door to disclosure on application; while nobody stands in it, the configured guide does. */
  readonly 'home.apply': SlotVisit
  /** The newest gazette beside the search. */
  readonly 'home.gazette': SlotVisit
  /** Sections of the home page, in order. */
  readonly 'home.sections': SlotVisit
  /** Numbers of the quiet strip. */
  readonly 'home.numbers': SlotVisit
  /** The margin of a document. */
  readonly 'document.margin': SlotVisit & { readonly documentId: string }
  /** Sections of a unit's page. */
  readonly 'unit.sections': SlotVisit & { readonly unitId: string }
  /** Sections of the sitemap page (`<section>` with a heading and a list of links), beside the main columns. */
  readonly 'sitemap.sections': SlotVisit
  /** Entries of the main navigation. */
  readonly navigation: SlotVisit
}

export type SlotName = keyof SlotProps

/** How a capability stands in a slot. A fill that fails or returns null is left out (and logged), the page stands. */
export interface SlotFill<Name extends SlotName, Data = unknown> {
  /** Small numbers come first. */
  readonly order: number
  load(props: SlotProps[Name]): Promise<Data | null>
  /** Depends on the data alone: the same object again is not drawn again. */
  render(data: Data): Child
  /** Cache tags: the page that shows this fill is renewed when one of them is bumped. */
  tags(props: SlotProps[Name]): readonly string[]
}

export type SlotFills = { readonly [Name in SlotName]?: SlotFill<Name>[] }
