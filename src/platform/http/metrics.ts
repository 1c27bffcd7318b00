import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observe(method: string, status: number, seconds: number): void
  text(): Promise<string>
}

/** Numbers for operators: requests by method and status, and the process itself. No address, no query. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kaiming_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  return {
    observe: (method, status, seconds) => requests.observe({ method, status: String(status) }, seconds),
    text: () => registry.metrics(),
  }
}
