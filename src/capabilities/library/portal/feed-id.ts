import { createHash } from 'node:crypto'

/** Kaiming's own namespace, drawn once by lot: it never changes, or every reader's feed would begin anew. */
const NAMESPACE = Buffer.from('a068f2c1ae3a4c8885e7538de84638a6', 'hex')

/**
 * The name of a feed or an entry for machines (RFC 4287, 4.2.6): it never changes, whatever host is asked, whatever domain the
 * settings name and wherever the record moves. It is made (UUID version 5, RFC 9562) of what the record itself never changes: the
 * site and its code, and the public id of a document.
 */
export function feedId(...names: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(names.join('\n')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}
