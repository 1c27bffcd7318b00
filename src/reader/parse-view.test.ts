import { expect, test } from 'vitest'
import { bodyText } from './parse-view.ts'
import { readOne } from './testing.ts'

test('the text of a table tells its bands where they stand', () => {
  const document = readOne(
    '明溪区人民政府关于河道清淤的通知\n明溪政发〔2014〕6号\n各街道办事处：\n任务如下。\n序号\t任务\t责任单位\n一、城区\n1\t清理东河\t区水务局\n2\t清理西河\t区住建局\n二、乡镇\n3\t清理南渠\t各镇\n明溪区人民政府\n2014年3月1日',
  )
  expect(document.tables).toHaveLength(1)
  expect(bodyText(document).split('\n')).toEqual([
    '任务如下。',
    '序号\t任务\t责任单位',
    '一、城区',
    '1\t清理东河\t区水务局',
    '2\t清理西河\t区住建局',
    '二、乡镇',
    '3\t清理南渠\t各镇',
  ])
})
