/** A PostgreSQL of its own, on loopback. */
export interface TestPostgres {
  readonly url: string
  readonly pid: number
  stop(): void
}

export function startPostgres(): Promise<TestPostgres | null>
