import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { SECURITY_HEADERS } from './security-headers.ts'

/** Faults of a request that is none, by Node's names: its status, and what its sender can do. */
const FAULTS: Readonly<Record<string, readonly [status: number, sentence: string]>> = {
  HPE_HEADER_OVERFLOW: [431, '请求的头部太长。'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, '请求没有及时发完。请再试一次。'],
}
const UNREADABLE = [
  400,
  '请求看不懂。地址里的汉字要写成百分号编码（浏览器会自己写，例如 %E5%81%9C%E8%BD%A6）。',
] as const

function answerTo(code: string | undefined): string {
  const [status, sentence] = FAULTS[code ?? ''] ?? UNREADABLE
  const body = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"/><title>请求看不懂</title></head><body><h1>请求看不懂</h1><p>${sentence}</p><p><a href="/">回首页</a></p></body></html>`
  const headers = [
    ...SECURITY_HEADERS,
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Cache-Control', 'no-store'],
    ['Connection', 'close'],
  ]
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`
}

/**
 * Answers what Node's parser refuses before the program sees it (汉字 sent as bare bytes by scripts and old clients): without this its
 * sender gets an empty 400, and does not learn what was wrong.
 */
export function answerUnreadable(fault: NodeJS.ErrnoException, socket: Duplex): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) socket.destroy()
  else socket.end(answerTo(fault.code))
}
