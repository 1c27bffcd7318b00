import { describe, expect, test } from 'vitest'
import { isMimePage, pageOfMime } from './mime.ts'

const PAGE = '<html><body><p>供热期从十一月开始。</p></body></html>'
const quoted = [...Buffer.from(PAGE)]
  .map((byte) => (byte > 127 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
  .join('')
const archive = (encoding: string, body: string) =>
  `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--B"\r\n\r\n----B\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///a.htm\r\n\r\n${body}\r\n----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBOR\r\n----B--\r\n`

describe('a page in a MIME archive', () => {
  test.each([
    ['quoted-printable', archive('quoted-printable', quoted.replace('<p>', '=\r\n<p>'))],
    [
      'base64',
      archive(
        'base64',
        Buffer.from(PAGE)
          .toString('base64')
          .replace(/(.{40})/g, '$1\r\n'),
      ),
    ],
    ['8bit', archive('8bit', PAGE)],
  ])('written as %s is found and decoded', (_, text) => {
    expect(isMimePage(Buffer.from(text))).toBe(true)
    expect(pageOfMime(Buffer.from(text))?.toString()).toBe(PAGE)
  })

  test('a letter that only looks like one is none', () => {
    expect(isMimePage(Buffer.from('From: 区民政局\n\n关于救助的通知'))).toBe(false)
    expect(pageOfMime(Buffer.from('From: 区民政局\n\n关于救助的通知'))).toBeNull()
  })
})
