import { existsSync, readdirSync } from 'node:fs'
import type { ComponentExamples } from './examples.ts'

const FOLDER = new URL('./components/', import.meta.url)

/** The examples of every component, from the files beside them. They are part of the source, not of the compiled program. */
export async function loadExamples(): Promise<readonly ComponentExamples[]> {
  const loaded: ComponentExamples[] = []
  for (const name of readdirSync(FOLDER).sort()) {
    const file = new URL(`${name}/${name}.examples.tsx`, FOLDER)
    if (existsSync(file)) loaded.push(...Object.values((await import(file.href)) as Record<string, ComponentExamples>))
  }
  return loaded
}

/** Folders of components that show no example. */
export const withoutExamples = (): readonly string[] =>
  readdirSync(FOLDER).filter((name) => !existsSync(new URL(`${name}/${name}.examples.tsx`, FOLDER)))
