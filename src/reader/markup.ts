const TAG = String.raw`<\/?(?:p|b|strong|br|div|span|u|i|em|sup|sub|center|h[1-6]|a|font|img)(?:\s[^<>]{0,300})?\/?>`
const MARKS = new RegExp(String.raw`^(?:#{1,6}\s+|>\s+)|\*\*|<!--[^<>]{0,300}-->|${TAG}`, 'gi')
/** ![picture](address), [words](address); words may hold a number in brackets: [关于…的通知（明溪政发[2023]1号）](#a) */
const LINK =
  /!\[([^[\]]{0,300})\]\([^()\s]{0,500}\)|\[((?:[^[\]]|\[[^[\]]{0,20}\]){0,300})\]\((?:#|\.{0,2}\/|https?:|mailto:|javascript:)[^()\s]{0,500}\)/g
/** Signs that Markdown takes for marks and that stand for themselves behind a stroke: \[2023\], 1\. */
const ESCAPED = /\\([\\`*_{}[\]()<>#+\-.!|~])/g
const SPACES = /&(?:nbsp|ensp|emsp|thinsp|#160|#12288);/g
const HAS_MARKS = /[*<\\&$]|\]\(|^[#>]/

/** Figures that converters of print write as formulas: $5 \%$, $1 0 \sim 2 0 \mathrm { k m }$. */
const FORMULA = /\$\s?(\d[\d\s.]{0,40}|[^$\p{Script=Han}]{0,60}\\[^$\p{Script=Han}]{1,60})\$/gu
const SIGNS: Readonly<Record<string, string>> = {
  sim: '~',
  times: '×',
  pm: '±',
  cdot: '·',
  circ: '°',
  geq: '≥',
  ge: '≥',
  leq: '≤',
  le: '≤',
}
const asPrinted = (formula: string): string =>
  formula
    .replace(/\\(?:mathrm|mathbf|text|mathsf|textbf|rm|bf)\b/g, '')
    .replace(/\\([a-zA-Z]+)/g, (whole, name: string) => SIGNS[name] ?? whole)
    .replace(/\\([%&#_$])/g, '$1')
    .replace(/[{}\s]/g, '')
    .replace(/\^°/g, '°')
    .replace(/\^2(?!\d)/g, '²')
    .replace(/\^3(?!\d)/g, '³')

/** The words of a line or a cell without the marks of Markdown and HTML. */
export const withoutMarks = (text: string): string =>
  HAS_MARKS.test(text)
    ? text
        .replace(MARKS, '')
        .replace(LINK, '$1$2')
        .replace(FORMULA, (_, formula: string) => asPrinted(formula))
        .replace(ESCAPED, '$1')
        .replace(SPACES, ' ')
    : text
