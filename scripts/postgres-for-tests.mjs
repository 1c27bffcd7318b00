import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms } from './install-missing.mjs'

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Runs a program of PostgreSQL; it refuses to run as root, so root hands it to the user `postgres`. */
function asPostgres(program, args) {
  const isRoot = process.getuid?.() === 0
  const [command, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args]
  const { status, stderr } = spawnSync(command, all, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
}

/** Starts a PostgreSQL of its own in a temporary folder, on loopback; null when the machine has none. */
export async function startPostgres() {
  const programs = postgresPrograms()
  if (!programs) return null
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-postgres-'))
  if (process.getuid?.() === 0) {
    const uid = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout)
    chownSync(folder, uid, -1)
  }
  const port = await freePort()
  const data = join(folder, 'data')
  asPostgres(`${programs}/initdb`, [
    '-D',
    data,
    '-U',
    'kaiming',
    '--auth',
    'trust',
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
  ])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  asPostgres(`${programs}/pg_ctl`, ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  return {
    pid: Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    url: `postgres://kaiming@127.0.0.1:${port}/postgres`,
    stop() {
      asPostgres(`${programs}/pg_ctl`, ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
