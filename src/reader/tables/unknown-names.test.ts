import { describe, expect, test } from 'vitest'
import { ClausePaths } from '../clauses.ts'
import { readLines } from '../lines.ts'
import { readPart } from '../read-part.ts'

const read = (rows: readonly string[]) => {
  const lines = rows.map((text, index) => ({ number: index + 1, text: text.replaceAll('→', '\t') }))
  const source = readLines({ format: 'txt', lines, hints: {}, findings: [] })
  const [table] = readPart(source, { kind: 'notice' }, new ClausePaths(), null).tables
  return { columns: table?.columns.join('→'), rows: table?.rows.map((row) => row.join('→')) }
}

describe('the first row names the columns in words that no rule knows', () => {
  test.each([
    ['over figures with their measure', ['火险→初起→中等→猛烈', '林地→3公顷→9公顷→30公顷', '草场→5公顷→15公顷→50公顷']],
    ['over figures among words', ['肥料→含氮→单重', '尿素→46.4%→每袋50公斤', '复合肥→15%→每袋40公斤']],
    ['over names that end alike', ['渠道→渠首→渠尾→看护', '北干渠→青山镇→南坡镇→周望', '东干渠→石桥镇→河口镇→陈一']],
    ['over sentences', ['时段→怎么做→谁来做', '汛前→查水闸，补沙袋→水务站、各村', '汛后→修堤坝，清淤泥→水务站、镇里']],
    [
      'one word known, over sentences',
      ['时段→主要工作→帮手', '汛前→查水闸，补沙袋→巡堤全员', '汛后→修堤坝，清淤泥→民兵'],
    ],
    [
      'with an empty cell below',
      ['火险→初起→中等→猛烈', '林地→3公顷→9公顷→30公顷', '草场→5公顷→→50公顷', '苇塘→2公顷→4公顷→8公顷'],
    ],
  ])('%s', (_, printed) => {
    const [names, ...rows] = printed
    expect(read(printed)).toEqual({ columns: names, rows })
  })
})

describe('the first row is data like those below it', () => {
  test.each([
    ['names that end alike', ['北干渠→青山镇→南坡镇', '东干渠→石桥镇→河口镇', '西干渠→柳林镇→高台镇']],
    ['a list of members', ['周望→区农技中心→主任', '陈一→区植保站→站长', '丛林→区种子站→站长']],
    ['a word that comes back', ['尿素→合格→青山镇', '复合肥→合格→12袋', '磷肥→不合格→30袋']],
    ['a form', ['姓甚→周望→籍贯', '性别→男→电话→备注→3', '年龄→三十→职务→时间→5']],
    ['places of other kinds', ['青山一小→东街→周望', '北坡小学→北坡村→陈一', '南坡小学→南坡村→丛林']],
    ['a word for a figure', ['甲类→免收→长期', '乙类→50元→3年', '丙类→80元→5年']],
    ['a sum', ['合计→甲等→乙等→丙等', '林地→3公顷→9公顷→30公顷', '草场→5公顷→15公顷→50公顷']],
    ['one row below it only', ['火险→初起→中等→猛烈', '林地→3公顷→9公顷→30公顷']],
    ['a figure in it', ['林地→3公顷→猛烈', '草场→5公顷→50公顷', '苇塘→2公顷→8公顷']],
  ])('%s', (_, printed) => {
    expect(read(printed).rows).toHaveLength(printed.length)
  })
})
