import type { Line } from './lines.ts'

/** Longer lines say something. */
const LONGEST = 60
/** How far into a text its byline stands. */
const NEAR_TOP = 12

/**
 * What apps put about an article and authors between its parts: 点击上方“蓝字”关注我们, PART.01, —END—, 阅读 3216, 阅读原文.
 * Whole lines alone: a title that contains the words stays.
 */
const OF_ARTICLE =
  /^(?:(?:PART|NO|CHAPTER)[.·-]?\d{1,2}|[-—–~·•]*(?:END|全文完|完)[-—–~·•]+|[-—–~·•]+(?:END|全文完|完)[-—–~·•]*|[▲△▼▽↑↓]?(?:点击|戳)?(?:上方|下方)?[▲△▼▽↑↓]?["“]?蓝[字色](?:字体)?["”]?[,，]?(?:轻松)?关注(?:我们|.{2,16})?|(?:微信)?扫一扫,?(?:关注(?:我们|该公众号)|.{0,6}二维码)?|长按(?:识别)?(?:上方|下方)?二维码.{0,8}|预览时标签不可点|喜欢此内容的人还(?:喜欢|看了)|继续滑动看下一个|(?:收录于)?(?:合集|话题)#.{1,20}|阅读(?:原文|全文|[\d.]+(?:万|w)?\+?)|(?:阅读[\d.万]+\+?)?(?:点赞|赞|在看|分享|收藏|留言|写留言|喜欢)(?:[\d.万]+\+?)?(?:(?:点赞|赞|在看|分享|收藏|留言|写留言|喜欢)(?:[\d.万]+\+?)?)+|(?:点赞|赞|在看)\d+|[▲△▼▽↑↓■◆]{2,})$/i

/** 原创 区政府办 明溪发布 2025年06月30日 18:20 浙江: who put an article out, at what minute. */
const BYLINE =
  /^(?:原创|转载)?[^。;:,《]{2,30}(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})\d{1,2}:\d{2}(?::\d{2})?(?:发表于)?\p{Script=Han}{0,4}$/u

/** 来源：区政府办, 编辑：王一, 审核：李二 at the end of an article. */
const CREDIT =
  /^(?:文字|图片|信息|文稿)?(?:来源|供稿|通讯员|文字|图片|编辑|责编|责任编辑|编审|校对|一审|二审|三审|初审|复审|终审|审核|审签|监制|排版|制作)[::/|](?![^。;]{25})[^。;]+$/
const FEWEST_CREDITS = 2

/** Numbers of the lines that an app or its author put about the text of an article. */
export function articleMarks(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  for (const [at, { bare, number }] of lines.entries()) {
    if (bare === '' || bare.length > LONGEST) continue
    if (OF_ARTICLE.test(bare) || (at < NEAR_TOP && BYLINE.test(bare))) found.add(number)
  }
  for (const number of creditsAtEnd(lines.filter((line) => !found.has(line.number)))) found.add(number)
  return found
}

/** Lines of credits at the end: one by itself may be the source of a table. */
function creditsAtEnd(lines: readonly Line[]): number[] {
  const last = lines.findLastIndex(({ bare, isRow }) => isRow || bare.length > LONGEST || !CREDIT.test(bare))
  const credits = lines.slice(last + 1).map(({ number }) => number)
  return credits.length >= FEWEST_CREDITS ? credits : []
}
