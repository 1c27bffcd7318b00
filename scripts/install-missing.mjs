import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The newest PostgreSQL server's folder of programs, null when there is none. */
export function postgresPrograms() {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).filter((name) => existsSync(`${root}/${name}/bin/initdb`)) : []
  const newest = versions.map(Number).sort((a, b) => b - a)[0]
  return newest === undefined ? null : `${root}/${newest}/bin`
}

const findChromium = () => process.env.KAIMING_CHROMIUM ?? CHROMIUM.find((path) => existsSync(path)) ?? null

/** Installs Chromium, Chinese fonts and PostgreSQL through apt where they are missing. Returns Chromium's path, null when it cannot be had. */
export function installMissing() {
  const wanted = [
    findChromium() ? '' : 'chromium',
    existsSync('/usr/share/fonts/opentype/noto') ? '' : 'fonts-noto-cjk',
    postgresPrograms() ? '' : 'postgresql',
  ].filter(Boolean)
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (wanted.length > 0 && canInstall) {
    process.stdout.write(`apt-get install ${wanted.join(' ')}\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
  }
  return findChromium()
}
