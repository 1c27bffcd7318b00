import { expect, test } from 'vitest'
import { countedAs, isNetwork, proxiesOf, visitorAddress } from './connection.ts'

test.each([
  ['10.0.0.9', undefined, [], '10.0.0.9', 'no proxy'],
  ['10.0.0.9', '1.2.3.4', [], '10.0.0.9', 'a header from a visitor is not believed'],
  ['127.0.0.1', '1.2.3.4', ['127.0.0.1'], '1.2.3.4', 'the proxy says who'],
  ['127.0.0.1', '6.6.6.6, 1.2.3.4', ['127.0.0.1'], '1.2.3.4', 'what stands before the last is made up'],
  ['::ffff:127.0.0.1', '1.2.3.4, 10.0.0.1', ['127.0.0.1', '10.0.0.1'], '1.2.3.4', 'two proxies'],
  ['10.3.2.1', '1.2.3.4, 10.9.9.9', ['10.0.0.0/8'], '1.2.3.4', 'a network of proxies'],
  ['11.3.2.1', '1.2.3.4', ['10.0.0.0/8'], '11.3.2.1', 'outside the network'],
  ['fd00::7', '2001:db8::5', ['fd00::/8'], '2001:db8::5', 'IPv6'],
  ['127.0.0.1', '127.0.0.1', ['127.0.0.1'], '127.0.0.1', 'only proxies'],
  ['', '1.2.3.4', ['127.0.0.1'], '', 'no connection'],
] as [string, string | undefined, string[], string, string][])(
  '%s with %s behind %j is %s (%s)',
  (connection, forwarded, networks, address, _because) => {
    expect(visitorAddress(connection, forwarded, proxiesOf(networks))).toBe(address)
  },
)

test.each([
  ['127.0.0.1', true],
  ['10.0.0.0/8', true],
  ['::1', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['10.0.0/8', false],
  ['proxy.example', false],
  ['10.0.0.0/8/8', false],
])('%s is an address or a network: %s', (text, isOne) => {
  expect(isNetwork(text)).toBe(isOne)
})

test.each([
  ['1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, counted) => {
  expect(countedAs(address)).toBe(counted)
})
