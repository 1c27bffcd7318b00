// The server from source, started again whenever a file of src/ changes; examples are loaded once, as by `npm start`.
import { run } from './steps.mjs'

process.exit(await run('tsx', ['watch', '--clear-screen=false', 'src/demonstration.ts']))
