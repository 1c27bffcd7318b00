import { expect, test } from 'vitest'
import { withoutMarks } from './markup.ts'

test.each([
  ['## 区政府文件', '区政府文件'],
  ['<p style="text-align: center;"><strong>第一章　总则</strong></p>', '第一章　总则'],
  ['- [关于植树的通知](#doc1)（见[附表](https://mingxi.example/1.xls)）', '- 关于植树的通知（见附表）'],
  ['![印章](/images/seal.png)2024年3月1日', '印章2024年3月1日'],
  ['明溪政发\\[2024\\]3号 1\\. 甲', '明溪政发[2024]3号 1. 甲'],
  ['甲&nbsp;&nbsp;乙<!-- 分页 -->', '甲  乙'],
  ['![](images/3f2a.jpg)附表', '附表'],
  ['增长$5 . 3 \\%$，占$1 0 \\sim 2 0 \\%$，管径$\\mathrm { D N } 4 0 0$', '增长5.3%，占10~20%，管径DN400'],
  ['面积$1 2 0 \\mathrm { m } ^ { 2 }$，气温$1 9 ^ { \\circ } \\mathrm { C }$', '面积120m²，气温19°C'],
  ['收费$5和$6', '收费$5和$6'],
  ['面积<10亩且>5亩的[注]（见[2]）', '面积<10亩且>5亩的[注]（见[2]）'],
  ['路径 C:\\云\\溪', '路径 C:\\云\\溪'],
])('%s', (marked, words) => expect(withoutMarks(marked)).toBe(words))
