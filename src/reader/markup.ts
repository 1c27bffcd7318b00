const TAG = String.raw`<\/?(?:p|b|strong|br|div|span|u|i|em|sup|sub|center|h[1-6]|a|font|img)(?:\s[^<>]{0,300})?\/?>`
const MARKS = new RegExp(String.raw`^(?:#{1,6}\s+|>\s+)|\*\*|<!--[^<>]{0,300}-->|${TAG}`, 'gi')
/** ![picture](address), [words](address) */
const LINK = /!?\[([^[\]]{0,300})\]\((?:#|\.{0,2}\/|https?:|mailto:|javascript:)[^()\s]{0,500}\)/g
/** Signs that Markdown takes for marks and that stand for themselves behind a stroke: \[2023\], 1\. */
const ESCAPED = /\\([\\`*_{}[\]()<>#+\-.!|~])/g
const SPACES = /&(?:nbsp|ensp|emsp|thinsp|#160|#12288);/g
const HAS_MARKS = /[*<\\&]|\]\(|^[#>]/

/** The words of a line or a cell without the marks of Markdown and HTML. */
export const withoutMarks = (text: string): string =>
  HAS_MARKS.test(text) ? text.replace(MARKS, '').replace(LINK, '$1').replace(ESCAPED, '$1').replace(SPACES, ' ') : text
