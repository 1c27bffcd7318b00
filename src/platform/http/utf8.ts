/** Longest text that is written into the shared room; what is longer is rare, and would hold on to memory. */
const LONGEST = 200_000
/** A sign of UTF-16 takes at most three bytes. */
const room = Buffer.allocUnsafeSlow(LONGEST * 3)

/**
 * The bytes of a page. Written into a room that is there and copied out: `TextEncoder` and `Buffer.from` measure the text first and make
 * room for it, which takes twice as long for the pieces that a page is put together from.
 */
export function utf8Of(text: string): Uint8Array {
  if (text.length > LONGEST) return new TextEncoder().encode(text)
  const written = room.write(text, 0, 'utf8')
  return Uint8Array.prototype.slice.call(room, 0, written)
}
