import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

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

const jobRuns = new Counter({
  name: 'job_runs_total',
  help: 'Jobs done, by outcome',
  labelNames: ['job', 'outcome'],
  registers: [metrics],
})
const jobSuccess = new Gauge({
  name: 'job_last_success_seconds',
  help: 'When the job last succeeded in this process, in Unix time',
  labelNames: ['job'],
  registers: [metrics],
})

export function countJob(job: string, succeeded: boolean): void {
  jobRuns.inc({ job, outcome: succeeded ? 'done' : 'failed' })
  if (succeeded) jobSuccess.setToCurrentTime({ job })
}

const calendarMissing = new Gauge({
  name: 'calendar_year_missing',
  help: '1 while, from December on, the county lacks the working days of next year',
  labelNames: ['county'],
  registers: [metrics],
})

export function noteCalendar(county: string, missing: boolean): void {
  calendarMissing.set({ county }, missing ? 1 : 0)
}
