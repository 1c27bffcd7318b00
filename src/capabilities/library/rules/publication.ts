import { type Day, shanghaiMinute } from '../../../kernel/day.ts'

/**
 * The tag PubDate (政府网站发展指引, annex 网页设计规范), which no article may lack and which has minutes: the day of
 * publication from its first minute; where no source gives it, the minute at which the page came onto this site.
 */
export const pubDate = (document: { readonly publishedOn: Day | null; readonly loadedAt: string }): string =>
  document.publishedOn === null ? shanghaiMinute(new Date(document.loadedAt)) : `${document.publishedOn} 00:00`
