import type { FC } from 'hono/jsx'
import { Crumbs as Breadcrumb } from './components/breadcrumb/breadcrumb.tsx'
import { BySense } from './components/by-sense/by-sense.tsx'
import { DayText as Day } from './components/day-text/day-text.tsx'
import { Empty as EmptyState } from './components/empty-state/empty-state.tsx'
import { Pager as Pagination } from './components/pagination/pagination.tsx'
import { ValidityMark as Validity, VALIDITY_WORDS as WORDS } from './components/validity-mark/validity-mark.tsx'

/** The former names of components, for pages that still ask for them here; new pages import the component's own file. */
export const Title: FC<{ text: string }> = BySense
export const DayText = Day
export const ValidityMark = Validity
export const VALIDITY_WORDS = WORDS
export const Crumbs = Breadcrumb
export const Pager = Pagination
export const Empty = EmptyState
