/** An entry of another process beside this file: compiled JavaScript, or TypeScript when run from source. */
const beside = (name: string): URL =>
  new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

export const readerEntry = (): URL => beside('reader-worker')
export const readerHostEntry = (): URL => beside('reader-host')
