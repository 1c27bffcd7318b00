/** A whole day as texts print it, in Arabic (2024 年 5 月 1 日) or Chinese numerals (二〇二四年五月一日): a part for patterns. */
export const WHOLE_DAY = String.raw`(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[〇零○OО一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日`
