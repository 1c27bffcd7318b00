import { expect, test } from 'vitest'
import { readOne } from './testing.ts'

const listed = (text: string) =>
  readOne(`明溪区水利局关于做好防汛准备的通知\n明溪水发〔2022〕5号\n各街道办事处：\n${text}`).attachments.map(
    ({ label, title }) => `${label} ${title}`,
  )

test.each<[string, string, string[]]>([
  ['one', '请认真贯彻执行。附件：防汛物资清单', ['附件 防汛物资清单']],
  [
    'several, with their files and the links of the page',
    '特此公告。 附件：1.巡查要求.docx2.上报表格.xlsx明溪区水利局2022年5月1日公告正文下载链接：防汛公告.pdf',
    ['附件1 巡查要求.docx', '附件2 上报表格.xlsx'],
  ],
  [
    'with who signs behind its last title',
    '请认真贯彻执行。附件：1.防汛任务分工表2.物资清单明溪区水利局\n2022年5月1日',
    ['附件1 防汛任务分工表', '附件2 物资清单'],
  ],
  ['none where a sentence speaks of one', '表格见附件。附件中的表格请于月底前上报。', []],
])('a list of attachments behind the end of a sentence: %s', (_name, text, titles) => {
  expect(listed(text)).toEqual(titles)
})
