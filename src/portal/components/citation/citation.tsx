import type { FC } from 'hono/jsx'

export interface CitationProps {
  /** The line by which a document is cited. */
  readonly text: string
  /** Its address, as it is shared and printed. */
  readonly address: string
}

/** 〔2024〕9号 stays in one line; the text is what is copied. */
const NUMBER = /(〔\d{4}〕第?\d{1,5}号)/u

/** How to cite a document: the line, its address; with a script, buttons that copy and share. */
export const Citation: FC<CitationProps> = ({ text, address }) => (
  <div class="citation">
    <p>{text.split(NUMBER).map((part, index) => (index % 2 === 1 ? <span class="nb">{part}</span> : part))}</p>
    <p class="citation-address">{address}</p>
    <p class="actions page-only">
      <button class="button button--quiet" type="button" data-copy={`${text} ${address}`} hidden>
        复制引用
      </button>
      <button class="button button--quiet" type="button" data-share={address} hidden>
        转发
      </button>
    </p>
  </div>
)
