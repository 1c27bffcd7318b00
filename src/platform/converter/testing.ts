import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these parts. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const content = typeof part === 'string' ? Buffer.from(part) : part
    const deflated = deflateRawSync(content, { level: 1 })
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(deflated.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, deflated])
    files.push(local)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, central, end])
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A DOCX with this body (WordprocessingML) and other parts as given. */
export const docxOf = (body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  zipOf({
    'word/document.xml': `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })

/** A part of a DOCX: `styles`, `numbering`, `footnotes`. */
export const docxPart = (name: string, inside: string): Readonly<Record<string, string>> => ({
  [`word/${name}.xml`]: `<?xml version="1.0"?><w:${name} ${WORD}>${inside}</w:${name}>`,
})

/** Text on a page of `pdfOf`, in points from the lower left corner; a sign of Chinese is as wide as the size. */
export const pdfText = (x: number, y: number, text: string, size = 12, turn = '1 0 0 1'): string =>
  `BT /F1 ${size} Tf ${turn} ${x} ${y} Tm <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET\n`

/** A straight line on a page of `pdfOf`. */
export const pdfLine = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`

interface PdfOptions {
  /** Entries of each page beside the usual: `/Rotate 90`. */
  readonly page?: string
  /** Entries of the trailer: `/Encrypt …`. */
  readonly trailer?: string
  /** Entries of the first stream and its bytes, instead of the text of the first page. */
  readonly stream?: { readonly entries: string; readonly bytes: Uint8Array }
}

/** A PDF whose pages have these contents. Its font lies in no file: it names its characters by a table of pdf.js. */
export function pdfOf(pages: readonly string[], { page = '', trailer = '', stream }: PdfOptions = {}): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const places: number[] = []
  let at = chunks[0]?.length ?? 0
  const write = (bytes: Buffer): void => {
    chunks.push(bytes)
    at += bytes.length
  }
  const object = (inside: string | Buffer): void => {
    places.push(at)
    write(Buffer.concat([Buffer.from(`${places.length} 0 obj\n`), Buffer.from(inside), Buffer.from('\nendobj\n')]))
  }
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  object('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>')
  object(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>',
  )
  for (const [index, content] of pages.entries()) {
    const resources = '/Resources << /Font << /F1 3 0 R >> >>'
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${6 + index * 2} 0 R ${page} >>`,
    )
    const bytes = index === 0 && stream ? stream.bytes : Buffer.from(content)
    const entries = index === 0 && stream ? stream.entries : ''
    object(
      Buffer.concat([
        Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`),
        bytes,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  const start = at
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  write(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${entries}`))
  write(Buffer.from(`trailer << /Size ${places.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(chunks)
}

/** A PDF that asks for a password: the empty one does not open it. */
export const encryptedPdf = (): Buffer => {
  const hash = `<${'5a'.repeat(32)}>`
  return pdfOf([pdfText(72, 700, '看不见')], {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hash} /U ${hash} /P -4 >> /ID [<00><00>]`,
  })
}

/** Text on a page of `ofdOf`, in millimetres from the upper left corner. */
export const ofdText = (x: number, y: number, text: string, size = 5): string =>
  `<ofd:TextObject ID="1" Boundary="${x} ${y - size} ${text.length * size} ${size + 1}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="${Array(
    text.length - 1,
  )
    .fill(size)
    .join(' ')}">${text}</ofd:TextCode></ofd:TextObject>`

/** An OFD whose pages have these contents (GB/T 33190). */
export const ofdOf = (pages: readonly string[]): Buffer => {
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const places = pages.map((_, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
  return zipOf({
    'OFD.xml': `<ofd:OFD ${space} DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:Pages>${places.join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((content, index) => [
        `Doc_0/Pages/Page_${index}/Content.xml`,
        `<ofd:Page ${space}><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
  })
}

/** The head of an OLE file (Word 97–2003, and what Office wraps a password in) whose directory names these streams. */
export function oleOf(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  for (const [index, name] of streams.entries()) bytes.write(name, 1024 + index * 128, 'utf16le')
  return bytes
}

const SECTOR = 512
/** Sectors of each stream: shorter than 4096 bytes it would lie among the small ones. */
const STREAM_SECTORS = 8
const [END, FREE, FAT] = [0xfffffffe, 0xffffffff, 0xfffffffd]

/** An OLE file with two streams of 4096 bytes (MS-CFB): header, table of sectors, directory, streams. */
function oleFile(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at)
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END],
    [68, END],
    [76, 0],
  ] as const)
    header.writeUInt32LE(value, at)
  for (let at = 80; at < SECTOR; at += 4) header.writeUInt32LE(FREE, at)
  const sectors = Buffer.alloc(SECTOR, 0xff)
  sectors.writeUInt32LE(FAT, 0)
  sectors.writeUInt32LE(END, 4)
  const directory = Buffer.alloc(SECTOR)
  const entry = (index: number, name: string, kind: number, links: readonly number[], start: number, size: number) => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory.writeUInt8(kind, at + 66)
    directory.writeUInt8(1, at + 67)
    for (const [place, link] of links.entries()) directory.writeUInt32LE(link, at + 68 + place * 4)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(size, at + 120)
  }
  entry(0, 'Root Entry', 5, [FREE, FREE, 1], END, 0)
  for (const [index, [name, bytes]] of streams.entries()) {
    const first = 2 + index * STREAM_SECTORS
    const next = index + 1 < streams.length ? index + 2 : FREE
    entry(index + 1, name, 2, [FREE, next, FREE], first, bytes.length)
    for (let at = 0; at < STREAM_SECTORS; at++)
      sectors.writeUInt32LE(at + 1 < STREAM_SECTORS ? first + at + 1 : END, (first + at) * 4)
  }
  return Buffer.concat([header, sectors, directory, ...streams.map(([, bytes]) => bytes)])
}

/** A Word 97 document of this text, in one piece (MS-DOC): paragraphs end with `\r`. At most 1500 signs. */
export function docOf(text: string): Buffer {
  const main = Buffer.alloc(SECTOR * STREAM_SECTORS)
  const table = Buffer.alloc(SECTOR * STREAM_SECTORS)
  const textAt = 1024
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x0200, 0x0a)
  main.writeUInt32LE(textAt, 0x18)
  main.writeUInt32LE(text.length, 0x4c)
  main.write(text, textAt, 'utf16le')
  main.writeUInt32LE(21, 0x01a6)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(textAt, 15)
  return oleFile([
    ['WordDocument', main],
    ['1Table', table],
  ])
}
