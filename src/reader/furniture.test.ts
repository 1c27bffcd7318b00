import { describe, expect, test } from 'vitest'
import { readText } from './testing.ts'

/** Numbers of the lines that are furniture. */
const furniture = (text: string): number[] =>
  readText(text).furniture.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))

const HEAD = `明溪区人民政府关于河道清淤的通知
明溪政发〔2014〕6号
各街道办事处：`

describe('what belongs to pages', () => {
  test.each<[string, string, number[]]>([
    [
      'page numbers between dashes and dots',
      `${HEAD}\n清淤范围包括\n— 1 —\n三条河道。\n·2·\n-3-\n第4页 共9页`,
      [5, 7, 8, 9],
    ],
    ['page numbers between dots of other scripts', `${HEAD}\n清淤范围包括\n・12・\n三条河道。\n●7●`, [5, 7]],
    [
      'under what number a site is filed, and what it offers beneath a text',
      `${HEAD}\n请于六月底前完成清淤。\n附件下载：\n主办：明溪区水务局　湘ICP备05002141号-1`,
      [5, 6],
    ],
    ['the name of the gazette in letters', `${HEAD}\n清淤范围包括\nMINGXI QU ZHENGFU GONGBAO 2014.2\n三条河道。`, [5]],
    ['dashes that a scanner took for 一', `${HEAD}\n清淤范围包括\n一 4 一\n三条河道。`, [5]],
    [
      'what a site puts about an article',
      `您现在的位置：首页 > 政务公开 > 通知\n${HEAD}\n发布日期：2014-06-03 17:52　来源：区水务局　浏览次数：267　字号：【大 中 小】\n请于六月底前完成清淤。\n【打印本页】 【关闭窗口】\n上一篇：明溪区人民政府关于植树的通知`,
      [1, 5, 7, 8],
    ],
    ['words of sites in a text', `${HEAD}\n关闭煤矿和计划关闭煤矿名单\n公章、档案收藏和打印设备`, []],
    ['buttons of a site', `${HEAD}\n请于六月底前完成清淤。\n【打印】【关闭】`, [5]],
    ['a source named in a sentence', `${HEAD}\n淤泥来源：上游采石场；去向：区填埋场。`, []],
    [
      'labels of items that a line break cut off are no page numbers',
      `${HEAD}\n1.清除淤泥两万方。\n2.\n修复护岸。\n3.恢复绿化并移交街道管护。\n（4）\n验收。\n（5）工程款按进度拨付并公布。`,
      [],
    ],
    ['page numbers in heavy brackets', `${HEAD}\n清淤范围包括\n【4】\n三条河道。`, [5]],
    ['bare page numbers', `${HEAD}\n清淤范围包括\n17\n三条河道。`, [5]],
    [
      'the name of the issue inside a sentence',
      `${HEAD}\n清淤范围包括\n明溪区人民政府公报　2014年第2期\n三条河道。`,
      [5],
    ],
    [
      'a header that comes back beside the page number',
      `${HEAD}\n清淤范围包括\n区政府办公文选\n- 1 -\n三条河道，\n区政府办公文选\n- 2 -\n工期六十天，\n区政府办公文选\n- 3 -\n费用由区财政承担。`,
      [5, 6, 8, 9, 11, 12],
    ],
    [
      'the title of a plan over the rows of its table, page after page',
      `${HEAD}\n任务→单位\n清淤→区水务局\n- 1 -\n明溪区河道清淤三年行动方案\n护岸→区住建局\n- 2 -\n明溪区河道清淤三年行动方案\n绿化→区园林局`.replaceAll(
        '→',
        '\t',
      ),
      [6, 7, 9, 10],
    ],
    [
      'a header without a page number, inside sentences',
      `${HEAD}\n清淤范围包括明溪河、南浦河两条河道的全部河段以及柳堤湖与明溪河之间的\n明溪区河道清淤三年行动方案\n连通水道。\n施工单位应当在今年主汛期到来以前完成全部水下部分的各项施工任务并且\n明溪区河道清淤三年行动方案\n清理现场。`,
      [5, 8],
    ],
    [
      'a number that a letterhead prints and the title again, over the recipients',
      `${HEAD}\n三条河道。\n明溪区人民政府办公室关于进一步加强全区城乡河道日常清淤管护工作的实施意见\n明溪政办发〔2014〕7号\n各街道办事处：\n明溪区人民政府办公室关于进一步加强全区城乡河道日常清淤管护工作的实施意见\n明溪政办发〔2014〕7号\n各街道办事处：\n请执行。`,
      [],
    ],
    ['notes on empty pages', `${HEAD}\n三条河道。\n（此页无正文）\n（本页空白）\n（下转第8页）`, [5, 6, 7]],
    ['a gazette cited in a sentence is text', `${HEAD}\n本通知刊登在《明溪区人民政府公报》2014年第2期。`, []],
    ['items that count up are no header', `${HEAD}\n附件1\n- 1 -\n甲\n附件2\n- 2 -\n乙\n附件3\n- 3 -\n丙`, [5, 8, 11]],
  ])('%s', (_, text, lines) => expect(furniture(text)).toEqual(lines))
})

test('sentences that a page cut go on over its furniture', () => {
  const { documents } = readText(`${HEAD}
清淤范围包括明溪河、南浦河两条河道的全部河段，以及柳堤湖与明溪河之间的
明溪区人民政府公报　2014年第2期
— 3 —
连通水道。
— 4 —
工期六十天。
明溪区人民政府
2014年3月1日`)
  const paragraphs = documents[0]?.elements.flatMap((element) => (element.kind === 'paragraph' ? [element.text] : []))
  expect(paragraphs).toEqual([
    '清淤范围包括明溪河、南浦河两条河道的全部河段，以及柳堤湖与明溪河之间的连通水道。',
    '工期六十天。',
  ])
})

test.each([
  ['— 12 —', true, 'a page number'],
  ['青溪区人民政府公报　2024年第1期', true, 'the gazette with its issue'],
  ['2024年第1期', true, 'the issue alone, as odd pages bear it'],
  ['2024年第1期（总第9期）', true, 'with its running number'],
  ['2024年第1期公报收录文件八件。', false, 'a sentence about an issue'],
  ['2024年第1季度', false, 'a quarter'],
])('%s: %s (%s)', (line, expected) => expect(furniture(`${HEAD}\n开始。\n${line}`).includes(5)).toBe(expected))
