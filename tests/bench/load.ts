import { Tally } from './tally.ts'
import { Wire } from './wire.ts'

/** The n-th request; the same n asks for the same. */
export type Shot = (n: number) => string

export interface Round {
  port: number
  clients: number
  ms: number
  shot: Shot
  /** Counts shots over all rounds, so that no two rounds send the same claim. */
  counter: { next: number }
}

/** Lets so many clients send one request after another for that long. */
export async function load({ port, clients, ms, shot, counter }: Round, tally: Tally): Promise<void> {
  const wires = await Promise.all(Array.from({ length: clients }, () => Wire.open(port)))
  const begin = performance.now()
  await Promise.all(wires.map((wire) => one(wire, { shot, counter, until: begin + ms }, tally)))
  tally.lasted(performance.now() - begin)
  for (const wire of wires) wire.close()
}

async function one(
  wire: Wire,
  { shot, counter, until }: { shot: Shot; counter: { next: number }; until: number },
  tally: Tally,
) {
  for (let now = performance.now(); now < until;) {
    const n = counter.next
    counter.next += 1
    const { status } = await wire.ask(shot(n))
    const done = performance.now()
    tally.count(status, done - now)
    now = done
  }
}
