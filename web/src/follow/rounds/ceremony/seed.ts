import { recall, remember } from '../../../platform/ui/state/memory.ts'
import { randomHex64, sha256 } from '../../results/digest.ts'

const name = (roundId: string) => `seed.${roundId}`
const Hex64 = /^[0-9a-f]{64}$/

/** The seed chosen for a round, kept on this device alone until it is revealed; chosen once. */
export function seedFor(roundId: string): string {
  const kept = keptSeed(roundId)
  if (kept !== undefined) return kept
  const seed = randomHex64()
  remember(name(roundId), seed)
  return seed
}

export function keptSeed(roundId: string): string | undefined {
  const kept = recall(name(roundId))
  return kept !== undefined && isSeed(kept) ? kept : undefined
}

export const isSeed = (text: string): boolean => Hex64.test(text)
/** What is published before the freeze: it binds to the seed and tells nothing about it. */
export const commitmentOf = (seed: string): Promise<string> => sha256(seed)
