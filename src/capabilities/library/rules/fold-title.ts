import { baseTitle } from './editions.ts'
import { layoutKey } from './text-changes.ts'

/**
 * A title without what prints of one document do differently: width, spaces, quotation marks, lengths of dashes, the marks
 * of a title within it (《》 by itself, 〈〉 where it is cited, none in an index), and that it was amended.
 */
export const foldTitle = (title: string): string => layoutKey(baseTitle(title).replace(/[《》〈〉]/g, ''))
