import type { FC } from 'hono/jsx'
import { Empty } from '../empty-state/empty-state.tsx'

/** In the place of a page after the last one: an old link, or an address that somebody wrote by hand. */
export const BeyondLast: FC<{ /** The first page of the same list. */ readonly href: string }> = ({ href }) => (
  <Empty text="这一页没有内容，前面的页里才有。" href={href} link="回到第一页" />
)
