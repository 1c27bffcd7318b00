import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** An IPv4 address that arrived over IPv6 is an IPv4 address. */
const bare = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/** Addresses and networks (CIDR) whose `X-Forwarded-For` is believed. */
export interface Proxies {
  has(address: string): boolean
}

/** An address or a network as `KAIMING_TRUSTED_PROXIES` names it. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

export function proxiesOf(networks: readonly string[]): Proxies {
  const list = new BlockList()
  for (const network of networks.filter(isNetwork)) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return {
    has(address) {
      const version = isIP(address)
      return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

/**
 * The visitor's address: that of the connection, or, when the connection is a configured proxy, the last address in
 * `X-Forwarded-For` that is none of the proxies. What a visitor writes there himself is never believed.
 */
export function visitorAddress(connection: string, forwarded: string | undefined, proxies: Proxies): string {
  const from = bare(connection)
  if (!forwarded || !proxies.has(from)) return from
  return (
    forwarded
      .split(',')
      .map(bare)
      .findLast((address) => !proxies.has(address)) ?? from
  )
}

/** Whose requests are counted together: an IPv4 address, or the /64 in which a household has all its IPv6 addresses. */
export const countedAs = (address: string): string =>
  isIP(address) === 6 ? `${expanded(address).slice(0, 4).join(':')}::/64` : address

/** The eight groups of an IPv6 address. */
function expanded(address: string): readonly string[] {
  const [head = '', tail] = address.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(gap).fill('0'), ...after]
}

/** Where the connection comes from; in tests without a socket there is none. */
export function connectionOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
