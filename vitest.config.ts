import { defineConfig } from 'vitest/config'

const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const

/**
 * `unit` beside the code, and over the tree in tests/architecture; `load` beside the code too (`*.load.test.ts`: what keeps both cores for
 * seconds), `program` on what is compiled, `journeys` in Chromium, `gates` over KAIMING_GATES.
 *
 * A process for every file would cost more than the tests in it: test files of `unit` share one process a core, and what they import is loaded once.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          exclude: ['src/**/*.load.test.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 180_000,
        },
      },
      { oxc, test: { name: 'load', include: ['src/**/*.load.test.ts'], testTimeout: 60_000, fileParallelism: false } },
      {
        oxc,
        test: {
          name: 'program',
          include: ['tests/program/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        oxc,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          maxConcurrency: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        oxc,
        test: {
          name: 'gates',
          include: ['tests/gates/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
