import type { Child, FC } from 'hono/jsx'
import { ValidityMark } from '../validity-mark/validity-mark.tsx'

export interface NoticeBannerProps {
  /** `repealed`, `expired`, `amended` for documents; `notice` for the portal's own word. */
  readonly kind: 'repealed' | 'expired' | 'amended' | 'notice'
  /** What it means for the reader, in a sentence. */
  readonly text: string
  /** Links to what changed it, to what holds now. */
  readonly children?: Child
}

/** A line above the text that says what the reader must know first: that it no longer holds, that it was changed. */
export const NoticeBanner: FC<NoticeBannerProps> = ({ kind, text, children }) => (
  <aside class={`notice-banner notice-banner--${kind}`} aria-label="请注意">
    <p>
      <ValidityMark state={kind} /> {text} {children}
    </p>
  </aside>
)
