const MEGABYTE = 1024 * 1024

/** A length as people read it, rounded up: 700 字节, 12 KB, 3.4 MB. What needs room is never told to need less. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < MEGABYTE) return `${Math.ceil(bytes / 1024)} KB`
  const tenths = Math.ceil((bytes / MEGABYTE) * 10)
  return `${tenths >= 1000 || tenths % 10 === 0 ? Math.ceil(tenths / 10) : tenths / 10} MB`
}
