import { describe, expect, test } from 'vitest'
import { articleMarks } from './article-marks.ts'
import { readLines } from './lines.ts'

const marksIn = (text: string): number[] => [
  ...articleMarks(
    readLines({
      format: 'txt',
      lines: text.split('\n').map((line, at) => ({ number: at + 1, text: line })),
      hints: {},
      findings: [],
    }),
  ),
]

describe('what apps and authors put about an article', () => {
  test.each([
    'PART.01',
    'Part 3',
    'NO.2',
    '点击上方“蓝字”关注我们',
    '点击蓝字 关注明溪发布',
    '▲▲',
    '■■■',
    '—END—',
    '- 完 -',
    '阅读原文',
    '阅读 1.2万',
    '阅读 3216 赞 58 在看 41',
    '点赞 在看 分享',
    '喜欢此内容的人还喜欢',
    '预览时标签不可点',
    '收录于合集 #政府公报',
    '微信扫一扫 关注该公众号',
    '长按二维码关注我们',
    '原创 区政府办 明溪发布 2025年06月30日 18:20 浙江',
    '明溪发布 2024-07-01 09:05 发表于江西',
  ])('%s', (line) => expect(marksIn(`${line}\n为了保护水源，制定本办法。`)).toEqual([1]))

  test.each([
    '关于开展全民阅读活动的通知',
    '阅读推广人名单',
    '关于分享经济的意见',
    '党的蓝字工程',
    '完',
    '第二部分 重点工作',
    '会议时间：2025年6月30日18:20',
    '二维码管理办法',
    '点赞明溪先进人物名单',
    '明溪区人民政府关于2025年6月30日18:20停水的公告',
  ])('%s is text', (line) => expect(marksIn(`${line}\n为了保护水源，制定本办法。`)).toEqual([]))

  test('credits at the end, two at least', () => {
    expect(marksIn('制定本办法。\n来源：区政府办\n编辑：王一\n审核：李二\n—END—').sort()).toEqual([2, 3, 4, 5])
    expect(marksIn('指标\t数值\n用电量\t812\n来源：区统计局')).toEqual([])
    expect(marksIn('来源：区政府办\n编辑：王一\n制定本办法。')).toEqual([])
  })
})
