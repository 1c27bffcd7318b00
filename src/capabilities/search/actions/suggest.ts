import type { SuggestAnswer } from '../contract.ts'
import type { Catalogue, Listed } from '../jobs/catalogue.ts'
import { lettersOf } from '../rules/likeness.ts'
import { isHeard } from '../rules/sound.ts'

const MOST = 8

/** Where a title answers what was typed so far: the earlier in the title, the better; -1 not at all. */
function place(entry: Listed, typed: string): number {
  const at = entry.folded.indexOf(typed)
  if (at >= 0) return at
  return /^[a-z]{2,}$/.test(typed) && isHeard(typed, entry.sound) ? entry.folded.length : -1
}

/** Suggestions while typing: document numbers that begin so, titles that hold it or (for letters) are heard so. */
export function suggest(catalogue: Catalogue, siteId: string, query: string): SuggestAnswer {
  const typed = query.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const letters = lettersOf(query)
  if (letters === '') return { items: [] }
  const number = typed.replace(/[[(【]/g, '〔').replace(/[\])】]/g, '〕')
  const numbers: SuggestAnswer['items'] = []
  const titles: { readonly entry: Listed; readonly at: number }[] = []
  for (const entry of catalogue.of(siteId)) {
    if (entry.docNumber?.includes(number) && /\d/.test(number)) {
      numbers.push({ text: entry.docNumber, kind: 'docNumber', url: `/documents/${entry.id}` })
      continue
    }
    const at = place(entry, letters)
    if (at >= 0) titles.push({ entry, at })
  }
  titles.sort((a, b) => a.at - b.at || (b.entry.signedOn ?? '').localeCompare(a.entry.signedOn ?? ''))
  numbers.sort((a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
  const items = titles.map(({ entry }) => ({
    text: entry.title,
    kind: 'title' as const,
    url: `/documents/${entry.id}`,
  }))
  return { items: [...numbers, ...items].slice(0, MOST) }
}
