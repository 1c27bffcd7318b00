import pino from 'pino'
import type { Log } from './ports.ts'

/** Fields that never reach the log, wherever they stand. */
const SECRETS = ['password', 'token', 'authorization', 'cookie', 'secret', 'databaseUrl', 'connectionString']

/** JSON lines on stderr: stdout belongs to data. */
export const openLog = (level: string): Log =>
  pino(
    { level, base: null, redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]) },
    pino.destination({ dest: 2, sync: false }),
  )
