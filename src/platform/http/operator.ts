import { createHash, timingSafeEqual } from 'node:crypto'

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/
/** What proxies add: a request that bears one of these was not made on this machine. */
const HANDED_ON = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'] as const

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether a request comes from who runs the installation; see the right `operator`. */
export function isOperator(request: {
  /** Address that the connection comes from; empty when there is none. */
  readonly address: string
  readonly header: (name: string) => string | undefined
  readonly token: string | null
}): boolean {
  const { address, header, token } = request
  const given = header('authorization')
  // Digests have one length and are compared in constant time: nothing of the token shows in how long it takes.
  if (token !== null && given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${token}`))) return true
  return LOOPBACK.test(address) && HANDED_ON.every((name) => header(name) === undefined)
}
