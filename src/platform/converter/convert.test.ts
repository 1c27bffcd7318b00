import { describe, expect, test } from 'vitest'
import { convert } from './convert.ts'
import { docxOf, encryptedPdf, ofdOf, ofdText, oleOf, pdfOf, pdfText, zipOf } from './testing.ts'

const TEXT = '明溪区民政局关于做好冬季救助工作的通知'
const PAGE = `<html><body><p>${TEXT}，请遵照执行。</p></body></html>`

describe('what a file is, is told by its bytes first and by its name second', () => {
  test.each([
    ['a.txt', Buffer.from(TEXT), 'txt'],
    ['a.md', Buffer.from(TEXT), 'md'],
    ['a.html', Buffer.from(PAGE), 'html'],
    ['a page that an office saved as .doc', Buffer.from(PAGE), 'html'],
    ['an xhtml page.doc', Buffer.from(`<?xml version="1.0"?>\n<!DOCTYPE html>${PAGE}`), 'html'],
    ['a PDF named.txt', pdfOf([pdfText(72, 700, TEXT)]), 'pdf'],
    ['a DOCX named.doc', docxOf(`<w:p><w:r><w:t>${TEXT}</w:t></w:r></w:p>`), 'docx'],
    ['an OFD named.pdf', ofdOf([ofdText(30, 30, TEXT)]), 'ofd'],
  ])('%s is %3$s', async (name, bytes, format) => {
    const converted = await convert({ name, bytes })
    expect(converted).toMatchObject({ ok: true, value: { format } })
    if (converted.ok) expect(converted.value.lines.map(({ text }) => text).join('')).toContain(TEXT)
  })

  test.each([
    ['a.txt', Buffer.alloc(0), 'empty'],
    ['a.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 'image'],
    ['a.doc', Buffer.from('{\\rtf1 a}'), 'rtf'],
    [
      'a.doc',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'word-xml',
    ],
    ['a.doc', oleOf('Root Entry', 'EncryptedPackage'), 'encrypted'],
    ['a.doc', oleOf('Root Entry', 'PowerPoint Document'), 'not-a-document'],
    ['a.pdf', encryptedPdf(), 'pdf'],
    ['a.pdf', Buffer.from(TEXT), 'broken'],
    ['a.docx', zipOf({ 'ppt/presentation.xml': '<a/>' }), 'not-docx'],
  ])('%s of these bytes is refused as %3$s, with a sentence', async (name, bytes, code) => {
    const converted = await convert({ name, bytes })
    expect(converted).toMatchObject({
      ok: false,
      problem: { code, message: expect.stringMatching(/[\u4e00-\u9fff].*。$/) },
    })
  })
})

test('signs that no record takes are left out: NUL, control characters, halves of pairs', async () => {
  const text = `通知\0一\x07二\x0b三\n${'各单位应当按照要求做好工作。'.repeat(60)}`
  const fromText = await convert({ name: 'a.txt', bytes: Buffer.from(text) })
  expect(fromText.ok && fromText.value.lines[0]?.text).toBe('通知一二三')
  const fromPdf = await convert({ name: 'a.pdf', bytes: pdfOf([pdfText(72, 700, '通\ud800知')]) })
  expect(fromPdf.ok && fromPdf.value.lines.every(({ text: line }) => line.isWellFormed())).toBe(true)
})
