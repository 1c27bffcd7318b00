/** The end of the name of a file that a page offers: a part for patterns. */
export const FILE_ENDING = String.raw`\.(?:docx?|xlsx?|pdf|wps|zip|rar)`

/** 公告下载链接, 公告正文下载: what pages of sites write before such a file, also where it runs on behind a text: a part for patterns. */
export const OFFERS_FILE = '公告(?:正文)?下载'

/** 公告正文下载链接：…doc, 附件下载：: a line of the page, not of the text. Its width is folded. */
export const DOWNLOAD_LINE = /^(?:公告|文件|附件)?(?:正文)?下载(?:正文)?(?:链接|地址):|^(?:相关)?(?:附件|文件)下载:?$/
