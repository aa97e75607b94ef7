import { Worker } from 'node:worker_threads'
import { Refused } from '@dj/shared/problem.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** What is done outside the event loop, by a module that speaks through `at-work.ts`. */
export interface Job<Part> {
  module: URL
  /** Cloned into the worker, but for what is in `transfer`: that is gone here afterwards. */
  input: unknown
  transfer?: readonly ArrayBuffer[]
  /** Takes the next part of the result; the worker waits until it has. */
  onPart?: (part: Part) => void
  /** Further input, a piece at a time; the worker says when it wants the next. */
  feed?: AsyncIterable<unknown>
}

export type WorkFault = 'full' | 'too_long' | 'too_large'

/** Why work was not done to its end through no fault of the program. */
export class WorkRefused extends Error {
  readonly fault: WorkFault
  constructor(fault: WorkFault) {
    super(`work refused: ${fault}`)
    this.name = 'WorkRefused'
    this.fault = fault
  }
}

export interface WorkshopLimits {
  atOnce: number
  /** Who comes when so many are waiting already is sent away. */
  waiting: number
  /** Of one job, its waiting not counted. */
  withinMs: number
  /** Heap of one job. */
  memoryMiB: number
}

// One at a time: a second one would take the other core from the requests and their database.
const usual: WorkshopLimits = { atOnce: 1, waiting: 4, withinMs: 60_000, memoryMiB: 256 }

/** Long computations, each in a worker thread of its own that ends with it: whatever they meet, requests are answered meanwhile. */
export class Workshop {
  readonly #limits: WorkshopLimits
  readonly #running = new Set<Worker>()
  readonly #queue: (() => void)[] = []
  #busy = 0
  #closed = false

  constructor(limits: Partial<WorkshopLimits> = {}) {
    this.#limits = { ...usual, ...limits }
  }

  /** The job's result. Throws `WorkRefused`, or what the job threw. */
  async run<Result, Part = never>(job: Job<Part>): Promise<Result> {
    await this.#turn()
    try {
      if (this.#closed) throw new Refused('service.unavailable')
      return (await this.#work(job)) as Result
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#busy -= 1
    }
  }

  /** Ends what is under way; whoever waits for it is told to come again. */
  async close(): Promise<void> {
    this.#closed = true
    for (const start of this.#queue.splice(0)) start()
    await Promise.all([...this.#running].map((worker) => worker.terminate()))
  }

  async #turn(): Promise<void> {
    if (this.#busy < this.#limits.atOnce) {
      this.#busy += 1
      return
    }
    if (this.#queue.length >= this.#limits.waiting) throw new WorkRefused('full')
    await new Promise<void>((resolve) => this.#queue.push(resolve))
  }

  async #work<Part>(job: Job<Part>): Promise<unknown> {
    const worker = this.#begin(job)
    this.#running.add(worker)
    let late = false
    const timer = setTimeout(() => {
      late = true
      void worker.terminate()
    }, this.#limits.withinMs)
    try {
      return await resultOf(worker, job)
    } catch (error) {
      if (late) throw new WorkRefused('too_long')
      if (this.#closed) throw new Refused('service.unavailable')
      throw isOutOfMemory(error) ? new WorkRefused('too_large') : error
    } finally {
      clearTimeout(timer)
      this.#running.delete(worker)
      await worker.terminate()
    }
  }

  #begin({ module, input, transfer = [] }: Job<never> | Job<unknown>): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.memoryMiB, maxYoungGenerationSizeMb: 16 }
    // Neither our environment nor our flags: what a worker needs it is handed.
    return new Worker(module, { workerData: input, transferList: [...transfer], env: {}, execArgv: [], resourceLimits })
  }
}

function resultOf<Part>(worker: Worker, { onPart, feed }: Job<Part>): Promise<unknown> {
  const pieces = feed?.[Symbol.asyncIterator]()
  const say = (message: ToWorker) => worker.postMessage(message, [])
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code} before its work did`)))
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'done') resolve(message.result)
      else if (message.kind === 'part') {
        onPart?.(message.part as Part)
        say({ kind: 'more' })
      } else
        pieces?.next().then(({ done, value }) => say(done ? { kind: 'end' } : { kind: 'piece', piece: value }), reject)
    })
  })
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
