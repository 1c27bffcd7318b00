/** The largest file that is looked at: a gazette of a year has a few megabytes. */
export const LARGEST_FILE = 200 * 1024 * 1024
/** The largest text file that is read as one: beyond it no gazette is, and reading would take the memory of the machine. */
export const LARGEST_TEXT = 64 * 1024 * 1024
/** Bytes that the parts of an archive may inflate to, together: a bomb is refused by its directory, before inflating. */
export const LARGEST_INFLATED = 256 * 1024 * 1024
/** Bytes that one stream of a PDF may inflate to, images aside: the text of a page has some kilobytes, a large font some megabytes. */
export const MOST_STREAM = 64 * 1024 * 1024
/** Depth of nested elements: real documents stay below a hundred. */
export const DEEPEST_XML = 400
/** Depth of nested elements of a page: editors leave fonts within fonts, but never so many. */
export const DEEPEST_HTML = 1000
/** Pages of a PDF that are read. */
export const MOST_PAGES = 3000

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

export const tooLarge = (bytes: number, most: number): string =>
  `文件太大（${megabytes(bytes)}，最多 ${megabytes(most)}），请拆分后再装载。`
