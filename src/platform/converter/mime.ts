const HTML_PART = /content-type:\s*text\/html/i

/** Bytes of quoted-printable: `=E4=BD=A0`, soft line breaks at `=`. */
const quotedPrintable = (body: string): Buffer =>
  Buffer.from(
    body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** Whether bytes are a page in a MIME archive, as browsers (.mht) and exporting programs write it. */
export const isMimePage = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return (
    /^(?:from|mime-version|content-type|subject|date|snapshot-content-location):/im.test(head.slice(0, 200)) &&
    /content-type:\s*(?:multipart\/related|text\/html)/i.test(head)
  )
}

/** The page inside a MIME archive: its first HTML part, decoded; null when it has none. */
export function pageOfMime(bytes: Uint8Array): Buffer | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const at = text.search(HTML_PART)
  if (at < 0) return null
  const part = text.slice(Math.max(0, text.lastIndexOf('\n--', at)))
  const bodyAt = part.search(/\r?\n\r?\n/)
  if (bodyAt < 0) return null
  const head = part.slice(0, bodyAt)
  const body = (part.slice(bodyAt).split(/\r?\n--/, 1)[0] ?? '').trim()
  if (/transfer-encoding:\s*base64/i.test(head)) return Buffer.from(body, 'base64')
  return /transfer-encoding:\s*quoted-printable/i.test(head) ? quotedPrintable(body) : Buffer.from(body, 'latin1')
}
