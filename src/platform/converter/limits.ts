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

/** What a clerk does with a file that inflates without end: an office's own has pictures of the size of posters. */
export const CHECK_SOURCE = '请核对文件的来源；确实是正常的文件，请打开后删去或压缩图片，另存一份再试。'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

export const tooLarge = (bytes: number, most: number): string =>
  `文件太大（${megabytes(bytes)}，最多 ${megabytes(most)}），请拆分后再装载。`

const IS_TEXT = /\.(?:txt|md|markdown|[xs]?html?|mht|mhtml)$/i

/** Why a file of that name and size is not even opened; null when it may be. */
export function refusalOfSize(name: string, size: number): string | null {
  const most = IS_TEXT.test(name) ? LARGEST_TEXT : LARGEST_FILE
  return size > most ? tooLarge(size, most) : null
}
