import { expect, test } from 'vitest'
import { readCitations } from './citations.ts'

const effects = (text: string) =>
  readCitations([{ text, part: { kind: 'notice' }, path: '', line: 1 }], []).map(({ effect }) => effect)

test.each([
  ['依照《烟火管理条例》（国务院令第455号）执行。', '国务院令第455号'],
  ['见《青溪省养犬规定》（省政府令 第 12 号）。', '省政府令第12号'],
  ['依照《水价办法》（国家发展改革委、水利部令第54号）核定。', '国家发展改革委、水利部令第54号'],
  ['依照《渔港规定》（农业农村部、交通运输部令 第3号）管理。', '农业农村部、交通运输部令第3号'],
  ['依照《渡口办法》（水利部令2014年第7号）管理。', '水利部令2014年第7号'],
  ['见《种子规定》（农业农村部令 2019年 第 2 号）。', '农业农村部令2019年第2号'],
  ['见《停车办法》（青政发〔2019〕1号）。', '青政发〔2019〕1号'],
])('the number behind a title, of an order too: %s', (text, docNumber) =>
  expect(readCitations([{ text, part: { kind: 'notice' }, path: '', line: 1 }], [])[0]?.docNumber).toBe(docNumber),
)

test('the end of a title that stands in full is a short name, not another document', () => {
  const texts = [
    '《青溪市停车管理办法》已经印发。《管理办法》共五章。',
    '《中华人民共和国预算法》……依《预算法》办理，《预算法实施条例》另定。',
  ]
  const cited = readCitations(
    texts.map((text, line) => ({ text, part: { kind: 'notice' }, path: '', line })),
    ['《青溪市2021年重点任务》解读'],
  )
  expect(cited.map(({ title }) => title)).toEqual(['青溪市停车管理办法', '中华人民共和国预算法', '预算法实施条例'])
  expect(
    readCitations(
      [{ text: '《重点任务》有七项。', part: { kind: 'notice' }, path: '', line: 1 }],
      ['《青溪市2021年重点任务》解读'],
    ),
  ).toEqual([])
})

test.each<[string, string | undefined, string]>([
  [
    '2016年印发的《青溪市防汛预案》（青政办发〔2016〕22号）同时废止。',
    '青政办发〔2016〕22号',
    'an earlier one of the same title',
  ],
  ['《青溪市防汛预案》（青政办发〔2021〕9号）已经同意。', undefined, 'its own number'],
  ['《青溪市防汛预案》已经同意。', undefined, 'no number'],
])('what a document issues is cited with the number of an earlier one only: %s', (text, number) => {
  const cited = readCitations(
    [{ text, part: { kind: 'notice' }, path: '', line: 1 }],
    ['青溪市防汛预案'],
    '青政办发〔2021〕9号',
  )
  expect(cited[0]?.docNumber).toBe(number)
})

test.each([
  '数据见《青溪统计年鉴—2008》。',
  '以《青溪年鉴》为准。',
  '凭《青溪市居住证》办理。',
  '出示《机动车驾驶证》。',
  '核验《不动产权证》。',
])('%s names no document', (text) => expect(effects(text)).toEqual([]))

test('a rule about certificates is a document', () =>
  expect(effects('按《青溪市居住证办法》和《公证》办理。')).toHaveLength(1))

test.each([
  ['根据《青溪市停车条例》，制定本办法。', ['based-on'], 'what a rule rests on'],
  [
    '根据《中华人民共和国预算法》及其实施条例、《青溪市预算办法》（青政发〔2021〕5号）和《青溪市规划》，通知如下：',
    ['based-on', 'based-on', 'based-on'],
    'a list that 根据 begins',
  ],
  ['《停车收费办法》（青政发〔2019〕1号）同时废止。', ['repeals'], 'what ends with this one'],
  [
    '《停车收费办法》（青政发〔2019〕1号）、《停车场规定》（青政发〔2018〕2号）同时废止。',
    ['repeals', 'repeals'],
    'a list that 废止 ends',
  ],
  ['《停车收费办法》（青政发〔2019〕1号）第五条第二款同时废止。', ['amends'], 'a part that ends is no repeal'],
  ['废止《停车规定》（青政发〔2018〕2号）、《洗车规定》。', ['repeals', 'repeals'], 'a list that 废止 begins'],
  ['对不按照规定停车的处罚《停车条例》第三条', ['cites'], 'what is not done rests on nothing'],
  ['根据《停车条例》制定。《停车指南》可以参照。', ['based-on', 'cites'], 'two sentences are no list'],
])('%s: %j (%s)', (text, expected) => expect(effects(text)).toEqual(expected))
