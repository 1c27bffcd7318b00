import { expect, test } from 'vitest'
import { interpretedTitle } from './interpretation.ts'

test.each([
  ['《明溪区停车管理办法》政策解读', '明溪区停车管理办法'],
  ['一图读懂《明溪区停车管理办法》', '明溪区停车管理办法'],
  ['关于《明溪区供热应急预案》的解读', '明溪区供热应急预案'],
  ['图解：《明溪区供热应急预案》', '明溪区供热应急预案'],
  ['《明溪区停车管理办法》起草说明', '明溪区停车管理办法'],
  ['明溪区人民政府关于印发《明溪区停车管理办法》的通知', null],
  ['关于废止《明溪区停车管理办法》的决定', null],
  ['关于做好政策解读工作的通知', null],
])('%s interprets %s', (title, interpreted) => expect(interpretedTitle(title)).toBe(interpreted))
