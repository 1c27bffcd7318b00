import type { Child, FC } from 'hono/jsx'
import { drawnOnce } from '../../drawn-once.tsx'
import { BySense } from '../by-sense/by-sense.tsx'
import { issuersOf } from '../by-sense/joint-parts.ts'
import type { CutWords } from '../by-sense/sense-pieces.ts'
import { ValidityMark } from '../validity-mark/validity-mark.tsx'

/** What a list says of a document; the library's summaries fit as they are. */
export interface ListedDocument {
  readonly title: string
  readonly url: string
  readonly signedOn: string | null
  readonly docNumber: string | null
  readonly gist: string | null
  readonly validity: string
  /** Names joined by 、, as summaries have them. */
  readonly issuer?: string | null
}

export interface DocumentItemProps {
  readonly document: ListedDocument
  readonly cut?: CutWords | undefined
  /** Level of the title in the page: 3 below a section, 2 below the page's own title. */
  readonly level?: 2 | 3
  /** More of the document's facts, after its number. */
  readonly children?: Child
}

const Day: FC<{ day: string }> = ({ day }) => {
  const [year, month, date] = day.split('-').map(Number)
  return (
    <time datetime={day}>
      <span class="entry-year">{year}年</span>
      {month}月{date}日
    </time>
  )
}

const Item: FC<DocumentItemProps> = ({ document, cut, level = 3, children }) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li class="entry entry--dated">
      {document.signedOn ? <Day day={document.signedOn} /> : <span class="entry-undated">日期不详</span>}
      <div>
        <Heading class="entry-title by-sense">
          <a href={document.url}>
            <BySense text={document.title} cut={cut} issuers={issuersOf(document.issuer)} />
          </a>
        </Heading>
        {document.gist ? <p class="gist">{document.gist}</p> : null}
        <p class="meta">
          {document.docNumber ? <span class="number">{document.docNumber}</span> : null}
          <ValidityMark state={document.validity} isOnlyException />
          {children}
        </p>
      </div>
    </li>
  )
}

/** A thousand of about a kilobyte: the documents that home, the first pages of lists and the pages of units show. */
const MOST_KEPT = 1000

/** How a site's words are told from another's, whose titles break otherwise. */
const namesOfCuts = new WeakMap<CutWords, number>()
let cuts = 0
function nameOfCut(cut: CutWords | undefined): number {
  if (!cut) return 0
  const name = namesOfCuts.get(cut) ?? ++cuts
  namesOfCuts.set(cut, name)
  return name
}

/** One document in a list: day, title, what it does, number; its validity only where it is not the ordinary one. */
export const DocumentItem: FC<DocumentItemProps> = drawnOnce(
  Item,
  ({ document: { title, url, signedOn, docNumber, gist, validity, issuer }, cut, level, children }) =>
    children ? null : JSON.stringify([title, url, signedOn, docNumber, gist, validity, issuer, level, nameOfCut(cut)]),
  MOST_KEPT,
)
