import { expect, test } from 'vitest'
import { DocumentItem, type ListedDocument } from './document-item.tsx'

const document: ListedDocument = {
  title: '关于公布收费标准的通知',
  url: '/documents/990102-2024-000007',
  signedOn: '2024-03-18',
  docNumber: '明溪政发〔2024〕3号',
  gist: null,
  validity: 'in-force',
}

test('number, day and title are always there; what is in force stays silent', () => {
  const html = String(<DocumentItem document={document} />)
  expect(html).toContain('明溪政发〔2024〕3号')
  expect(html).toContain('datetime="2024-03-18"')
  expect(html).not.toContain('现行有效')
})

test('a repealed document says so in a list', () => {
  expect(String(<DocumentItem document={{ ...document, validity: 'repealed' }} />)).toContain('已废止')
})
