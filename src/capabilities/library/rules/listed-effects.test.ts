import { expect, test } from 'vitest'
import type { CitationEffect, Part } from '../../../reader/types.ts'
import { listedEffect } from './listed-effects.ts'

const notice: Part = { kind: 'notice' }
const attachment = (index: number): Part => ({ kind: 'attachment', index })
const of = (title: string, ...attachments: string[]) => ({
  title,
  enclosure: null,
  attachments: attachments.map((one) => ({ label: '附件', title: one, lines: null })),
})
const both = of('关于公布规范性文件清理结果的通知', '继续有效的规范性文件目录', '废止和失效的规范性文件目录')

test.each([
  [of('明溪区人民政府关于废止部分规范性文件的决定'), 'cites', notice, 'repeals', 'a decision that repeals'],
  [of('明溪区人民政府关于废止部分规范性文件的决定'), 'based-on', notice, 'based-on', 'the law that it rests on'],
  [of('关于宣布失效一批文件的通知'), 'cites', notice, 'repeals', '失效 too'],
  [of('关于修改和废止部分规范性文件的决定'), 'cites', notice, 'cites', 'both in one list'],
  [of('关于废止《明溪区停车收费规定》的决定'), 'cites', notice, 'cites', 'one that names what it repeals'],
  [both, 'cites', attachment(0), 'cites', 'the list of what stays'],
  [both, 'cites', attachment(1), 'repeals', 'the list of what goes'],
  [of('关于加强停车管理的通知'), 'cites', notice, 'cites', 'an ordinary notice'],
] as [ReturnType<typeof of>, CitationEffect, Part, CitationEffect, string][])(
  '%j, %s in %j: %s (%s)',
  (document, effect, part, expected, _because) => {
    expect(listedEffect(document, { effect, part })).toBe(expected)
  },
)
