// How many pages a second one worker answers, from the page cache and from the record, beside nginx with the same bytes as a
// file and beside a bare Node server with the same bytes, all in one run, and what one page costs: `npm run bench:pages` (`-- costs`:
// only that). Needs what `npm run build` compiles, wrk and nginx (`apt-get install wrk nginx-light`).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { LONG_DOCUMENT, longDocument } from './long-document.ts'
import { type Env, envOf, must } from './program.ts'

const PORT = Number(process.env.BENCH_PORT ?? 21_790)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5)
const CONNECTIONS = 32
const folder = mkdtempSync(join(tmpdir(), 'kaiming-pages-'))
// nginx hands its files to a user of its own.
chmodSync(folder, 0o755)
const children = new Set<ChildProcess>()
const env: Env = { ...envOf(join(folder, 'data'), process.env.BENCH_DATABASE_URL), PORT: String(PORT) }

/** Runs a server until it says that it is ready. */
const start = (
  program: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> =>
  new Promise((settle, fail) => {
    const child = spawn(program, [...args], {
      env: { ...env, ...extra },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.add(child)
    child.stdout?.on('data', (said) => String(said).includes('ready') && settle(child))
    child.once('exit', (code) => fail(new Error(`${program} ended with ${code}`)))
  })

const stop = (child: ChildProcess): Promise<unknown> =>
  new Promise((settle) => {
    child.removeAllListeners('exit')
    child.once('exit', settle)
    child.kill('SIGTERM')
  })

interface Measured {
  readonly perSecond: number
  /** Answers for a second of processor time of the server: what one worker does alone on its core, whatever else the machine does. */
  readonly perCpuSecond: number
  readonly p99: string
}

/** Asks one address with 32 connections for some seconds; refuses to count an answer that is none. */
/** Clock ticks of a process and its children that are workers (nginx), in seconds. */
function cpuSeconds({ pid }: ChildProcess): number {
  const own = (of: number | string | undefined): number => {
    const fields = readFileSync(`/proc/${of}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  }
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [String(pid), ...children].reduce((sum, of) => sum + own(of), 0)
}

function measure(url: string, server: ChildProcess): Measured {
  const run = (seconds: number) =>
    spawnSync('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url], {
      encoding: 'utf8',
    })
  run(1)
  const before = cpuSeconds(server)
  const { stdout, error } = run(SECONDS)
  if (error) throw error
  const spent = cpuSeconds(server) - before
  const answers = Number(/(\d+) requests in/.exec(stdout)?.[1])
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}: ${stdout}`)
  return {
    perCpuSecond: answers / spent,
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    p99: /99%\s+(\S+)/.exec(stdout)?.[1] ?? '',
  }
}

async function startNginx(body: Uint8Array): Promise<ChildProcess> {
  mkdirSync(join(folder, 'nginx/www'), { recursive: true })
  writeFileSync(join(folder, 'nginx/www/home.html'), body)
  const config = join(folder, 'nginx/nginx.conf')
  writeFileSync(
    config,
    `worker_processes 1; daemon off; pid ${folder}/nginx/pid; error_log stderr warn;
events { worker_connections 256; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=10;
  client_body_temp_path ${folder}/nginx/a; proxy_temp_path ${folder}/nginx/b; fastcgi_temp_path ${folder}/nginx/c; uwsgi_temp_path ${folder}/nginx/d; scgi_temp_path ${folder}/nginx/e;
  server { listen 127.0.0.1:${PORT + 1}; root ${folder}/nginx/www; default_type "text/html; charset=utf-8"; add_header Content-Encoding gzip; } }`,
  )
  const child = spawn('nginx', ['-c', config], { stdio: ['ignore', 'inherit', 'inherit'] })
  children.add(child)
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(`http://127.0.0.1:${PORT + 1}/home.html`).then(
        () => true,
        () => false,
      )
    )
      break
    await new Promise((settle) => setTimeout(settle, 100))
  }
  return child
}

const rows: [what: string, asked: string, Measured][] = []
const tell = (what: string, asked: string, measured: Measured) => {
  rows.push([what, asked, measured])
  process.stderr.write(`${what}: ${Math.round(measured.perSecond)}/s, p99 ${measured.p99}\n`)
}

/** Prints what one page costs, from a process of its own. */
function tellCosts(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'page-costs.ts')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`page-costs ended with ${status}`)
}

const at = (path: string) => `http://127.0.0.1:${PORT}${path}`

/** The address of the document of 150 clauses, looked up as a reader would. */
async function findDocument(): Promise<string> {
  const response = await fetch(at(`/api/v1/search?q=${LONG_DOCUMENT}`))
  const found = (await response.json()) as { items: { url: string }[] }
  return (found.items[0]?.url ?? '').split('#')[0] ?? ''
}

async function measureAll(): Promise<void> {
  const server = [join(import.meta.dirname, 'pages-server.ts')]
  const kept = await start(process.execPath, server, { KEEP: '1' })
  const document = await findDocument()
  const page = await (await fetch(at(document))).text()
  const clauses = new Set(page.match(/第[一二三四五六七八九十百零]+条/g)).size
  if (clauses < 150) throw new Error(`the long document shows ${clauses} clauses`)
  const zipped = await gzipped(at('/'))
  const nginxServer = await startNginx(zipped)
  tell('nginx, the same bytes as a file', '', measure(`http://127.0.0.1:${PORT + 1}/home.html`, nginxServer))
  await stop(nginxServer)
  const bare = await bareServer(zipped)
  tell('a bare Node server, the same bytes', '', measure(`http://127.0.0.1:${PORT + 2}/`, bare))
  await stop(bare)
  tell('home, from the page cache', '≥ 20,000/s, ≥ 0.3 of nginx', measure(at('/'), kept))
  tell('document, from the page cache', '', measure(at(document), kept))
  await stop(kept)

  const made = await start(process.execPath, server, { KEEP: '0' })
  tell('home, from the record', '≥ 1,000/s', measure(at('/'), made))
  tell('list of documents, from the record', '≥ 1,000/s', measure(at('/documents'), made))
  tell('list of gazettes, from the record', '≥ 1,000/s', measure(at('/gazettes'), made))
  tell('list of units, from the record', '≥ 1,000/s', measure(at('/units'), made))
  tell('document of 150 clauses, from the record', '≥ 400/s', measure(at(document), made))
  tell('search, from the index', '', measure(at('/search?q=%E4%BE%9B%E7%83%AD'), made))
  await stop(made)

  const nginx = rows[0]?.[2].perCpuSecond ?? 0
  process.stdout.write(
    `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${zipped.byteLength} bytes a home page\n`,
  )
  process.stdout.write(
    '| what | asked | a second | a second of its processor | of nginx | p99 |\n| --- | --- | --- | --- | --- | --- |\n',
  )
  for (const [what, asked, { perSecond, perCpuSecond, p99 }] of rows)
    process.stdout.write(
      `| ${what} | ${asked} | ${Math.round(perSecond).toLocaleString('en')} | ${Math.round(perCpuSecond).toLocaleString('en')} | ${(perCpuSecond / nginx).toFixed(2)} | ${p99} |\n`,
    )
}

/** The bytes that travel for a page. */
function gzipped(url: string): Promise<Uint8Array> {
  const { stdout } = spawnSync('curl', ['-s', '-H', 'Accept-Encoding: gzip', url], { maxBuffer: 1 << 24 })
  return Promise.resolve(new Uint8Array(stdout))
}

/** In a process of its own, as the portal is: what Node can do with these bytes at most. */
function bareServer(body: Uint8Array): Promise<ChildProcess> {
  const file = join(folder, 'body')
  writeFileSync(file, body)
  const script = `const b=require('fs').readFileSync(${JSON.stringify(file)});require('http').createServer((q,s)=>{s.writeHead(200,['Content-Type','text/html','Content-Encoding','gzip','Content-Length',String(b.length)]);s.end(b)}).listen(${PORT + 2},'127.0.0.1',()=>console.log('ready'))`
  return start(process.execPath, ['-e', script])
}

try {
  writeFileSync(join(folder, '公共设施维护管理办法.txt'), longDocument())
  await must(['settings', 'import', 'examples/settings.json'], env)
  await must(['units', 'load', 'examples/units.json'], env)
  await must(['ingest', 'examples/gazettes', folder], env)
  if (process.argv[2] !== 'costs') await measureAll()
  tellCosts()
} finally {
  for (const child of children) child.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
