import { join } from 'node:path'

/** The environment of a program that a test starts: a data folder of its own, any free port, no database server, no limit of requests. */
export const ownEnvironment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  KAIMING_DATA_DIR: join(folder, 'data'),
  PORT: '0',
  DATABASE_URL: '',
  KAIMING_RATE_LIMIT: '0',
})
