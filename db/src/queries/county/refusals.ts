import { countMore, countsOf } from './attempts.ts'
import type { Tx } from '../../with-tx.ts'

/** Of so many people and addresses an hour is kept who they were; the others are counted together. */
export const APART = 200

export interface Counted {
  /** False: there were too many to be counted apart. */
  apart: boolean
  before: number
  after: number
}

/** Counts so many more refusals of this one in the hour, beside the guesses: for all processes, forgotten after a day. */
export async function countRefusals(
  tx: Tx,
  { countyId, whose, times, at }: { countyId: string; whose: string; times: number; at: Date },
): Promise<Counted> {
  const hour = `refused:${countyId}:${at.toISOString().slice(0, 13)}`
  const own = `${hour}:${whose}`
  const isKnown = (await countsOf(tx, [own])).has(own)
  const apart = isKnown || (await countMore(tx, `${hour}:apart`, 1, at)) <= APART
  const after = await countMore(tx, apart ? own : `${hour}:others`, times, at)
  return { apart, before: after - times, after }
}
