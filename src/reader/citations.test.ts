import { expect, test } from 'vitest'
import { readCitations } from './citations.ts'

const effects = (text: string) =>
  readCitations([{ text, part: { kind: 'notice' }, path: '', line: 1 }], []).map(({ effect }) => effect)

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
  ['根据《停车条例》制定。《停车指南》可以参照。', ['based-on', 'cites'], 'two sentences are no list'],
])('%s: %j (%s)', (text, expected) => expect(effects(text)).toEqual(expected))
