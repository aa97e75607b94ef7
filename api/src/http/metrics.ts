import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

const requests = new Counter({
  name: 'http_requests_total',
  help: 'Requests answered',
  labelNames: ['method', 'status'],
  registers: [metrics],
})
const seconds = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer',
  labelNames: ['method'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
})

export function countRequest(method: string, status: number, ms: number): void {
  requests.inc({ method, status })
  seconds.observe({ method }, ms / 1000)
}
