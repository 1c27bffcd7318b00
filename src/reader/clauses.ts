import { clauseLabel } from './marks.ts'
import type { Paragraph } from './paragraphs.ts'
import type { ClauseLevel, Part, ReadElement, StatuteLevel } from './types.ts'

/** How deep each level stands; a clause ends where one of its depth or above begins. */
const DEPTH: Readonly<Record<ClauseLevel | StatuteLevel, number>> = {
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  1: 5,
  paragraph: 5,
  2: 6,
  item: 6,
  3: 7,
  subitem: 7,
  4: 8,
}

/** The label as it stands in a path: 一、 → 一, 1. → 1, （二） and 第五条 as they are. */
const pathLabel = (label: string): string =>
  label
    .replace(/[、.．，]$/u, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')

/** The heading of a clause: its first sentence when the clause goes on after it, or the whole when it is short and no sentence. */
function headingOf(level: ClauseLevel | StatuteLevel, rest: string): string | null {
  if (level === 'article' || level === 'paragraph' || level === 'item') return null
  const end = rest.search(/[。：:；]/)
  const first = end < 0 ? rest : rest.slice(0, end)
  return first.length > 0 && first.length <= 60 && (end < 0 || rest[end] === '。' || rest.length - end < 2)
    ? first.trim()
    : null
}

/** Follows the nesting of clauses through a part of a document and gives each its path. */
export class ClausePaths {
  readonly #open: { readonly depth: number; readonly label: string }[] = []
  readonly #used = new Map<string, number>()

  /** The path of the innermost open clause, '' outside all. */
  get current(): string {
    return this.#open.map(({ label }) => label).join('/')
  }

  /** Opens a clause; a path that was used before (misnumbered text) gets a mark, so that every clause has its own. */
  open(level: ClauseLevel | StatuteLevel, label: string): string {
    const depth = DEPTH[level]
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop()
    const plain = pathLabel(label)
    const path = [...this.#open.map((clause) => clause.label), plain].join('/')
    const times = (this.#used.get(path) ?? 0) + 1
    this.#used.set(path, times)
    this.#open.push({ depth, label: times === 1 ? plain : `${plain}·${times}` })
    return this.current
  }
}

/** Turns the paragraphs of a part into elements: clauses with their path, and paragraphs under the clause that holds them. */
export function readElements(paragraphs: readonly Paragraph[], part: Part, paths: ClausePaths): ReadElement[] {
  return paragraphs.map(({ text, key, lines }): ReadElement => {
    const label = clauseLabel({ text, key })
    if (!label) return { kind: 'paragraph', text, part, path: paths.current, lines }
    const path = paths.open(label.level, label.label)
    return {
      kind: 'clause',
      level: label.level,
      label: label.label,
      heading: headingOf(label.level, label.rest),
      text: label.rest,
      part,
      path,
      lines,
    }
  })
}
