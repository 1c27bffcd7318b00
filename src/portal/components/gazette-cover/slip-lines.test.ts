import { expect, test } from 'vitest'
import { slipLines } from './slip-lines.ts'

test.each([
  ['明溪区人民政府公报', ['明溪区人民政府公报']],
  ['云岭市明溪区人民政府公报', ['云岭市明溪区', '人民政府公报']],
  ['云岭市明溪高新技术产业开发区管理委员会公报', ['云岭市明溪高新技术产业', '开发区管理委员会公报']],
  ['内蒙古自治区锡林郭勒盟苏尼特左旗人民政府公报', ['内蒙古自治区锡林郭勒盟', '苏尼特左旗人民政府公报']],
])('%s stands on its slip as %j', (title, lines) => {
  expect(slipLines(title)).toEqual(lines)
  expect(lines.join('')).toBe(title)
})
