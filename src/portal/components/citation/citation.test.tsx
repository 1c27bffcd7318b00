import { expect, test } from 'vitest'
import { Citation } from './citation.tsx'

test('without a script the line can be read and its buttons do not stand there', () => {
  const html = String(<Citation text="《通知》" address="https://www.mingxi.example/documents/1" />)
  expect(html).toContain('<p>《通知》</p>')
  expect(html.match(/<button[^>]*hidden/g)).toHaveLength(2)
})

test('the end of a number stays in one line, and the text is unchanged', () => {
  const text = '明溪区人民政府：《通知》，明溪政发〔2024〕9号，2024年6月12日'
  const html = String(<Citation text={text} address="https://www.mingxi.example/documents/1" />)
  expect(html).toContain('<span class="nb">〔2024〕9号</span>')
  expect(html.replace(/<[^>]+>/g, '')).toContain(text)
})
