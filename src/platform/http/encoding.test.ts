import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseEncoding, encoded } from './encoding.ts'

test.each([
  [undefined, 'identity', 'nothing said'],
  ['', 'identity', 'nothing accepted'],
  ['gzip, deflate, br, zstd', 'br', 'a browser over HTTPS'],
  ['gzip, deflate', 'gzip', 'a browser over HTTP'],
  ['br;q=0, gzip;q=0.5', 'gzip', 'brotli refused'],
  ['gzip;q=0.000', 'identity', 'gzip refused'],
  ['*', 'gzip', 'anything'],
  ['*, gzip;q=0', 'identity', 'anything but gzip'],
  ['GZIP', 'gzip', 'names know no case'],
  ['x-gzipped', 'identity', 'another name'],
  [`${'x,'.repeat(10_000)}gzip`, 'identity', 'too long to be read'],
])('%.30s is answered in %s (%s)', (accepted, chosen, _because) => {
  expect(chooseEncoding(accepted)).toBe(chosen)
})

test('an encoded text is the text', () => {
  const text = new TextEncoder().encode('明溪区人民政府公报'.repeat(200))
  expect(new Uint8Array(gunzipSync(encoded(text, 'gzip').body))).toEqual(text)
  expect(new Uint8Array(brotliDecompressSync(encoded(text, 'br').body))).toEqual(text)
})

test('a short text stays as it is', () => {
  const text = new TextEncoder().encode('ok\n')
  expect(encoded(text, 'gzip')).toEqual({ body: text, encoding: 'identity' })
})
