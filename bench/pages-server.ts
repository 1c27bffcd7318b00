// The compiled portal behind a port, for bench/pages.ts: with KEEP=0 every answer is made from the record.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { keepNothing, openPortal } from './compiled-portal.ts'

const portal = await openPortal((deps) => (process.env.KEEP === '0' ? keepNothing(deps) : deps))
const answer = getRequestListener(portal.app.fetch)
const server = createServer((incoming, outgoing) => {
  if (!portal.answerKept(incoming, outgoing)) void answer(incoming, outgoing)
}).listen(portal.port, '127.0.0.1', () => process.stdout.write('ready\n'))
process.once('SIGTERM', async () => {
  server.closeAllConnections()
  server.close()
  await portal.close()
  process.exit(0)
})
