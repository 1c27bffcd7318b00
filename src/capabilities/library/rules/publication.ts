import { type Day, shanghaiMinute } from '../../../kernel/day.ts'

/**
 * The tag PubDate (政府网站发展指引, annex 网页设计规范), which no article may lack and which has minutes: the day of
 * publication from its first minute; where no source gives it, the minute at which the page came onto this site.
 */
export const pubDate = (document: { readonly publishedOn: Day | null; readonly loadedAt: string }): string =>
  document.publishedOn === null ? shanghaiMinute(new Date(document.loadedAt)) : `${document.publishedOn} 00:00`

/**
 * When a document was first published: the earliest of the days on which what prints it came out. A day before it was signed
 * is a misreading.
 */
export const firstPublishedOn = (days: readonly (Day | null)[], signedOn: Day | null): Day | null =>
  days.reduce<Day | null>(
    (first, day) => (day === null || (signedOn ?? '') > day || (first ?? day) < day ? first : day),
    null,
  )
