import { describe, expect, test } from 'vitest'
import { convertDoc, docLines } from './doc.ts'
import { docOf, oleOf } from './testing.ts'

describe('the text of an old Word file, cells between tabs', () => {
  test.each([
    ['paragraphs are lines', '关于救助的通知\n各街道：\n', [['关于救助的通知'], ['各街道：']]],
    [
      'a row ends with a tab',
      '任务\t单位\t\n救助\t区民政局\t\n完。',
      [['任务', '单位'], ['救助', '区民政局'], ['完。']],
    ],
    ['signs of fields and drawings are left out', '甲\u0001乙\u0013丙\ufffc', [['甲乙丙']]],
    ['blank lines are nothing', '甲\n\n　\n乙', [['甲'], ['乙']]],
  ])('%s', (_, body, rows) =>
    expect(docLines(body).map(({ text, cells }) => cells?.map((cell) => cell.text) ?? [text])).toEqual(rows),
  )
})

test.each([
  [['Root Entry', 'Workbook'], '旧格式的 Excel 表格'],
  [['Root Entry', 'PowerPoint Document'], '旧格式的演示文稿'],
  [['Root Entry', 'EncryptedPackage'], '加了密码'],
  [['Root Entry'], '另存为 DOCX 或 PDF'],
  [['Root Entry', 'WordDocument'], '可能已经损坏'],
])('an OLE file with %j is refused: %s', async (streams, words) =>
  expect(await convertDoc(oleOf(...streams), 'doc')).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining(words) },
  }),
)

test('the text of a Word 97 file is read, and the clerk is told what is not', async () => {
  const text = '明溪区民政局关于做好冬季救助工作的通知\r明溪民发〔2025〕31号\r各街道办事处：\r一、排查对象\r'
  expect(await convertDoc(docOf(text), 'doc')).toMatchObject({
    ok: true,
    value: {
      format: 'doc',
      lines: text
        .split('\r')
        .filter(Boolean)
        .map((line) => ({ text: line })),
      findings: [{ code: 'numbers-not-read' }],
    },
  })
})
