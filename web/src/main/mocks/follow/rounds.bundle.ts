import type { z } from 'zod'
import { must } from '@dj/shared/platform/assert.ts'
import { drawAlgorithms } from '@dj/shared/follow/round/draw.rules.ts'
import type { DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import { frameHashOf, sampleOf } from './rounds.draw.ts'
import type { RoundRecord, SeedRecord } from './rounds.records.ts'
import { sha256 } from './sha256.ts'
import type { World } from '../world.ts'

type Bundle = z.input<typeof DrawBundle>

/** The published draw, letter by letter as its digest says: anybody can compute it again. */
export function bundleText(world: World, round: RoundRecord): string {
  const text = JSON.stringify({ ...planOf(round), ...secretsOf(round), ...resultOf(world, round) })
  return `${text.slice(0, -1)},"digest":"${sha256(text)}"}`
}

const planOf = ({ id: roundId, quarter, rate, minimum }: RoundRecord): Partial<Bundle> => ({
  ...{ format: 'dangjian-draw/2', county: { id: '330382', name: '乐清市' }, roundId, quarter },
  ...{ algorithm: drawAlgorithms['dangjian-draw/2'], rate, minimum },
})

function secretsOf(round: RoundRecord): Partial<Bundle> {
  const pair = (of: (seed: SeedRecord) => string | null): [string, string] => {
    const [one, two] = round.seeds.map((seed) => must(of(seed), 'both seeds'))
    return [must(one, 'seed 1'), must(two, 'seed 2')]
  }
  return {
    commitments: pair(({ commitment }) => commitment),
    committedAt: pair(({ committedAt }) => committedAt),
    frozenAt: must(round.frozenAt, 'the freeze'),
    frameHash: frameHashOf(round),
    publicValue: {
      ...{ source: round.publicValueSource, announcedAt: round.openedAt, on: round.publicValueOn },
      notation: round.publicValueNotation,
      ...{ value: must(round.publicValue, 'the value'), typedAt: must(round.publicValueAt, 'the value') },
    },
    seeds: pair(({ seed }) => seed),
    withheld: round.seeds.flatMap(({ position, fallbackReason: reason }) =>
      reason === null ? [] : [{ position, reason }],
    ),
  }
}

function resultOf({ rounds }: World, round: RoundRecord): Partial<Bundle> {
  const added = rounds.targets.filter(({ roundId, basis }) => roundId === round.id && basis === 'targeted')
  const before = rounds.rounds.filter(({ quarter, state }) => quarter === round.quarter && state === 'aborted')
  return {
    frame: round.frame.map((entry) => [...entry]),
    sample: Object.fromEntries(sampleOf(round)),
    targeted: added.map(({ orderId }) => orderId),
    aborted: before.map(({ id: roundId, abortReason, abortedAt }) => {
      return { roundId, reason: abortReason ?? '', at: must(abortedAt, 'when it was aborted') }
    }),
  }
}
