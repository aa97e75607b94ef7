import { refuse } from '../refuse.ts'
import type { RoundRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

/** The round of that id, or not found. */
export function onRound<T>({ rounds }: World, id: unknown, work: (round: RoundRecord) => T) {
  const round = rounds.rounds.find((each) => each.id === id)
  return round === undefined ? refuse('not_found') : work(round)
}
