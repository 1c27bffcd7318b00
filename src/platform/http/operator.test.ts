import { expect, test } from 'vitest'
import { isOperator } from './operator.ts'

const TOKEN = 'a-token-of-some-length'

test.each([
  ['127.0.0.1', {}, true, 'from this machine'],
  ['::1', {}, true, 'from this machine, IPv6'],
  ['::ffff:127.0.0.1', {}, true, 'from this machine, IPv4 in IPv6'],
  ['127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, false, 'a proxy on this machine handed it on'],
  ['127.0.0.1', { 'x-real-ip': '192.0.2.7' }, false, 'a proxy that says it otherwise'],
  ['127.0.0.1', { via: '1.1 proxy' }, false, 'any proxy'],
  ['192.0.2.7', {}, false, 'from elsewhere'],
  ['', {}, false, 'from nowhere'],
  ['192.0.2.7', { authorization: `Bearer ${TOKEN}` }, true, 'the token'],
  [
    '127.0.0.1',
    { 'x-forwarded-for': '192.0.2.7', authorization: `Bearer ${TOKEN}` },
    true,
    'the token through a proxy',
  ],
  ['192.0.2.7', { authorization: `Bearer ${TOKEN}x` }, false, 'another token'],
  ['192.0.2.7', { authorization: TOKEN }, false, 'no bearer'],
] as [string, Record<string, string>, boolean, string][])('%s with %j: %s (%s)', (address, headers, expected) => {
  expect(isOperator({ address, header: (name) => headers[name], token: TOKEN })).toBe(expected)
})

test('without a token in the settings none opens the door', () => {
  expect(isOperator({ address: '192.0.2.7', header: () => 'Bearer null', token: null })).toBe(false)
})
