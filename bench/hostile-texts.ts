const MILLION = 1_000_000

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n')

/** Texts that no office prints, made to be slow to read: each by its name, at `times` its length. */
export const hostileTexts: readonly (readonly [string, (times: number) => string])[] = [
  ['a million (', (times) => '('.repeat(times * MILLION)],
  ['a million 《', (times) => '《'.repeat(times * MILLION)],
  ['a million digits', (times) => '1'.repeat(times * MILLION)],
  ['a million spaces', (times) => ' '.repeat(times * MILLION)],
  ['a million combining marks', (times) => `a${'\u0301'.repeat(times * MILLION)}`],
  ['100,000 lines of （一）', (times) => '（一）\n'.repeat(times * 100_000)],
  ['200,000 clauses on one line', (times) => `第一条 甲：${'（一）乙；（二）丙。'.repeat(times * 100_000)}`],
  ['100,000 labels alone', (times) => rows(times * 100_000, (at) => `（${at % 1_000}）`)],
  [
    '50,000 contents entries',
    (times) => `目录\n${rows(times * 50_000, (at) => `关于第${at}号河道的通知（${at + 1}）`)}`,
  ],
  ['200,000 rows', (times) => '甲\t乙\t丙\n'.repeat(times * 200_000)],
  ['200,000 numbered rows', (times) => rows(times * 200_000, (at) => `${at}\t甲\t加强巡查。\t区水务局`)],
  ['100,000 tables of one row', (times) => '文字。\n甲\t乙\t丙\n'.repeat(times * 100_000)],
  ['1,000 columns in 1,000 rows', (times) => `${'甲\t'.repeat(1_000)}\n`.repeat(times * 1_000)],
  ['a million pipes', (times) => '|'.repeat(times * MILLION)],
  ['an HTML table without end', (times) => `<table>${'<tr><td>甲<td rowspan=9>乙\n'.repeat(times * 100_000)}`],
  [
    '40,000 headers over rows',
    (times) => `序号\t任务\t单位\n${'- 1 -\n明溪区河道清淤三年行动方案\n2\t护林\t区林业局\n'.repeat(times * 40_000)}`,
  ],
  [
    '40,000 rests of one row',
    (times) =>
      `序号\t任务\t单位\n1\t植树\t区林业局\n\n${'\t和其他方面的各项工作要求与安排\t\n\n'.repeat(times * 40_000)}`,
  ],
  ['200,000 torn rows', (times) => '1\t甲\n乙\n'.repeat(times * 100_000)],
  ['a million [', (times) => '['.repeat(times * MILLION)],
  ['200,000 links', (times) => `${'[植树](#1)'.repeat(times * 200_000)}`],
  ['a million spaces in a formula', (times) => `$1${' '.repeat(times * MILLION)}$`],
  ['200,000 begun formulas', (times) => '$\\a'.repeat(times * 200_000)],
  ['200,000 begun tags', (times) => `甲${'<p '.repeat(times * 200_000)}`],
  [
    '100,000 rows cut by their columns',
    (times) =>
      `类别    具体要求    科室\n植树    完成东湖片  区林业局\n${'        区的征收和  区水务局\n'.repeat(times * 100_000)}`,
  ],
  [
    '50,000 lines in two columns of contents',
    (times) =>
      `目录\n${'关于植树的                  关于防火的\n通知……（1）                通知……（2）\n'.repeat(times * 25_000)}`,
  ],
  [
    '100,000 names of organs over titles',
    (times) =>
      `${'明溪区环境监测站\n'.repeat(50)}明溪区财政局\n关于植树的通知\n明财发〔2022〕7号\n`.repeat(times * 2_000),
  ],
  ['50,000 articles cut by pages', (times) => '第一条 甲乙丙丁戊己庚\n\n\n辛壬，癸。\n'.repeat(times * 50_000)],
  [
    '50,000 numbers behind titles of contents',
    (times) => `目录\n${rows(times * 50_000, (at) => `${at}\t关于河 道 清 淤 的通知 明政发 〔2022〕 ${at} 号`)}`,
  ],
  ['50,000 ends of lists behind wide gaps', (times) => `甲${' '.repeat(99)}乙  丙号1\n`.repeat(times * 50_000)],
  ['100,000 begun fields', (times) => 'HYPERLINK "TOC \\o '.repeat(times * 100_000)],
  ['50,000 signs set apart', (times) => `${'指  '.repeat(200)}\n`.repeat(times * 250)],
  [
    '40,000 rests of one aligned row, each on a page',
    (times) =>
      `序号    任务    责任单位\n1       植树    区林业局\n2       护林    区林业局\n${'- 1 -\n        和巡查\n'.repeat(times * 40_000)}`,
  ],
  [
    '4,000 task tables beside as many clauses',
    (times) =>
      rows(
        times * 4_000,
        (at) =>
          `（${'一二三四五六七八九'[at % 9]}）研究${at}号事宜\n推行容缺受理，压缩${at}号时限。\n\n序号\t事项\t责任单位\n一、收费${at}\t\t\n1\t推行容缺受理，压缩${at}号时限。\t区发改局\n`,
      ),
  ],
  ['100,000 aligned headers', (times) => '序号    任务    责任单位\n'.repeat(times * 100_000)],
]
