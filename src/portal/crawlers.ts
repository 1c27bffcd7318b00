/** How many conditions an address sets: ?kind=通知&year=2024 are two. The elder version shows the same, and is none. */
export function conditionsOf(address: string): number {
  const [, query = ''] = address.split('?')
  return [...new URLSearchParams(query).keys()].filter((name) => name !== 'view').length
}

/**
 * Lists under several conditions are without number (each filter times each other times each order), and show no document that
 * another list does not: who follows every link of a site is told to leave them alone. A list under one condition is worth finding.
 */
export const isForReadersOnly = (address: string): boolean => conditionsOf(address) > 1

/** The `rel` of a link that may lead to such a list, beside what it says already. */
export const relOf = (href: string, said?: string): string | undefined =>
  isForReadersOnly(href) ? [said, 'nofollow'].filter(Boolean).join(' ') : said
