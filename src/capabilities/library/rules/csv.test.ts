import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test.each([
  [['甲', '乙,丙'], '甲,"乙,丙"'],
  [['说"好"', '两\n行'], '"说""好""","两\n行"'],
  [['=1+1', '@SUM(A1)'], "'=1+1,'@SUM(A1)"],
  [['-3.5', '+2%', '-1,200'], '-3.5,+2%,"-1,200"'],
])('%j is written as %s', (row, line) => expect(csv(['列'], [row])).toBe(`\ufeff列\r\n${line}\r\n`))
