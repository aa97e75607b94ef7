import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './messages.ts'

/** The worker's side of a job: only a module that a `Workshop` runs imports this. */
function port(): MessagePort {
  if (parentPort === null) throw new Error('this module works in a worker')
  return parentPort
}

export const jobInput = <Input>(): Input => workerData as Input

/** Hands over the next part of the result, and waits until it was taken: a fast reader does not fill the other side. */
export async function handOver(part: unknown): Promise<void> {
  await ask({ kind: 'part', part })
}

/** The pieces of the input, as the other side gets them. */
export async function* pieces<Piece>(): AsyncGenerator<Piece> {
  for (let next = await ask({ kind: 'want' }); next.kind === 'piece'; next = await ask({ kind: 'want' }))
    yield next.piece as Piece
}

export function done(result: unknown, transfer: readonly ArrayBuffer[] = []): void {
  port().postMessage({ kind: 'done', result } satisfies FromWorker, [...transfer])
}

async function ask(message: FromWorker): Promise<ToWorker> {
  const answered = once(port(), 'message')
  port().postMessage(message, [])
  const [answer] = await answered
  return answer as ToWorker
}
