import type { FC } from 'hono/jsx'

export interface PrintNoteProps {
  /** Address of the page, so that paper leads back to the record. */
  readonly address: string
  /** State of the text: validity and the day as of which it holds. */
  readonly state: string
}

/** Stands only on paper, in the upper margin of the first page, where it can make no page of its own: where the text comes from and what holds of it. */
export const PrintNote: FC<PrintNoteProps> = ({ address, state }) => (
  <p class="print-note">
    {state}　{address}
  </p>
)
