// The portal over a data folder, as `kaiming serve` puts it together, for bench/pages.ts: with KEEP=0 no page is kept, so that
// every answer is made from the record. A switch of the bench alone: the program has none.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../src/compose.ts'
import { readEnvironment } from '../src/environment.ts'
import { openDeps } from '../src/open-deps.ts'
import { followChanges } from '../src/platform/changes/changes.ts'

const environment = readEnvironment(process.env)
if (!environment.ok) throw new Error(environment.problem.message)
const opened = await openDeps(environment.value)
if (!opened.ok) throw new Error(opened.problem.message)
const { deps } = opened.value
const pages = process.env.KEEP === '0' ? { ...deps.pages, put: () => undefined } : deps.pages
const composed = createApp({ ...deps, pages }, environment.value)
await composed.start()
const following = await followChanges(deps.database, composed.followers, deps.log)
const answer = getRequestListener(composed.app.fetch)
const server = createServer((incoming, outgoing) => {
  if (!composed.answerKept(incoming, outgoing)) void answer(incoming, outgoing)
}).listen(environment.value.port, '127.0.0.1', () => process.stdout.write('ready\n'))
process.once('SIGTERM', async () => {
  server.closeAllConnections()
  server.close()
  await following.close()
  await composed.stop()
  await opened.value.close()
  process.exit(0)
})
