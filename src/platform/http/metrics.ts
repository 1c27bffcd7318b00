import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observe(method: string, status: number, seconds: number): void
  /** A page that went out as it was kept: too many and too quick for the histogram. */
  countKept(): void
  text(): Promise<string>
}

/** Numbers for operators: requests by method and status, and the process itself. No address, no query. */
export function openMetrics(
  transactions: () => { readonly p50: number; readonly p99: number; readonly max: number },
): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kaiming_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  const kept = new Counter({
    name: 'kaiming_kept_pages_total',
    help: 'Pages answered from the page cache',
    registers: [registry],
  })
  // One look at the times for three figures: looking begins them anew.
  const names = ['p50', 'p99', 'max'] as const
  const gauges = names.map(
    (name) =>
      new Gauge({
        name: `kaiming_transaction_${name}_seconds`,
        help: `How long transactions held the record since the last look (${name})`,
        registers: [registry],
      }),
  )
  let uncounted = 0
  return {
    observe: (method, status, seconds) => requests.observe({ method, status: String(status) }, seconds),
    countKept: () => void uncounted++,
    text() {
      kept.inc(uncounted)
      uncounted = 0
      const taken = transactions()
      for (const [index, name] of names.entries()) gauges[index]?.set(taken[name])
      return registry.metrics()
    },
  }
}
