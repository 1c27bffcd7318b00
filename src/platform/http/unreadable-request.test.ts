import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerUnreadable } from './unreadable-request.ts'

let server: Server
beforeAll(async () => {
  server = createServer((_, response) => response.end('read')).on('clientError', answerUnreadable)
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
})
afterAll(() => void server.close())

/** Sends bytes as they are, and gives back all that is answered. */
const send = (request: string): Promise<string> =>
  new Promise((settle, fail) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(request))
    let answer = ''
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part
    })
    socket.on('end', () => settle(answer)).on('error', fail)
  })
const request = (path: string, header = '') =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${header}\r\n`

test('an address in bare characters is told how addresses are written', async () => {
  const answer = await send(request('/search?q=停车'))
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/u)
  expect(answer).toContain('百分号编码')
  expect(answer).toContain("Content-Security-Policy: default-src 'none'")
})

test('headers without end are refused as that', async () => {
  expect(await send(request('/', `X-Long: ${'a'.repeat(40_000)}\r\n`))).toMatch(/^HTTP\/1\.1 431 /u)
})

test('what can be read is answered by the program', async () => {
  expect(await send(request('/search?q=%E5%81%9C'))).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*read/u)
})
