import type { Reads } from '@dj/db/connect.ts'
import { type PublishedVersionRow, publishedVersions } from '@dj/db/queries/follow/bulletins.ts'
import { type RoundRow, type SeedListed, seedsOf } from '@dj/db/queries/follow/rounds.ts'
import { framedByTown } from '@dj/db/queries/follow/rounds-frame.ts'
import { countTargets, progressByTown, type TargetCount } from '@dj/db/queries/follow/rounds-targets.ts'
import { settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import { chanceToMeet, sampleSize } from '@dj/shared/follow/round/draw.rules.ts'
import type { RoundView, SeedView } from '@dj/shared/follow/round/round.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { actsFor } from './next-acts.ts'

type View = Sent<typeof RoundView>

/** One in ten is what the sentence about the power of the sample speaks of. */
const BAD_SHARE = 0.1

/** Rounds as this viewer, or the public, may see them: half-way figures only to the leads. */
export async function viewRounds(db: Reads, rounds: readonly RoundRow[], actor: Actor | null, at: Date) {
  const countyId = rounds[0]?.countyId ?? ''
  const ids = rounds.map((round) => round.id)
  const [seeds, counts, towns, versions] = await Promise.all([
    seedsOf(db, countyId, ids),
    countTargets(db, countyId, ids),
    framedByTown(db, countyId, ids),
    publishedVersions(db, countyId, ids),
  ])
  const views: View[] = []
  for (const round of rounds) {
    const own = <Row extends { round_id: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.round_id === round.id)
    const held = seeds.filter((seed) => seed.roundId === round.id)
    const settings = await settingsOfVersion(db, countyId, round.settingsVersion)
    const figures = countsOf(own(counts))
    const facts = { round, seeds: held, openCensus: figures.openCensus, settings }
    views.push({
      ...toView(round, held, at),
      ...(actor ? actsFor(facts, actor, at) : { next: [], blocked: [] }),
      counts: isOver(round) || isLead(actor) ? figures.all : hideHalfway(figures.all),
      power: round.drawnAt === null ? [] : powerOf(round, own(towns)),
      towns: [],
      bulletins: own(versions).map(toVersion),
    })
  }
  return views
}

/** One round, for the leads with its progress town by town. */
export async function viewRound(db: Reads, round: RoundRow | undefined, actor: Actor | null, at: Date): Promise<View> {
  const row = must(round, 'the round')
  const [view] = await viewRounds(db, [row], actor, at)
  const of = { countyId: row.countyId, roundId: row.id }
  const towns = isLead(actor) && row.drawnAt !== null ? await progressByTown(db, of) : []
  return { ...must(view, 'the view of the round'), towns: [...towns] }
}

const isLead = (actor: Actor | null): boolean => actor !== null && mayAnywhere('round.close', actor)
const toVersion = ({ version, published_at, correction }: PublishedVersionRow): View['bulletins'][number] => ({
  version,
  publishedAt: wireInstant(published_at),
  correction,
})

const isOver = ({ state }: RoundRow): boolean => state === 'closed' || state === 'aborted'

type Told = 'counts' | 'power' | 'next' | 'blocked' | 'towns' | 'bulletins'

function toView(round: RoundRow, seeds: readonly SeedListed[], at: Date): Omit<View, Told> {
  const { id, version, quarter, state, leadBodies, dueOn, settingsVersion, minimum } = round
  const {
    publicValueSource,
    publicValueOn,
    publicValueNotation,
    publicValue,
    frameHash,
    frameCount,
    closingBy,
    abortReason,
  } = round
  return {
    ...{ id, version, quarter, state, leadBodies, dueOn, settingsVersion, minimum },
    ...{
      publicValueSource,
      publicValueOn,
      publicValueNotation,
      publicValue,
      frameHash,
      frameCount,
      closingBy,
      abortReason,
    },
    overdue: !isOver(round) && civilDateOf(at) > dueOn,
    openedAt: round.openedAt.toISOString(),
    seeds: seeds.map((seed) => toSeedView(seed, isOver(round))),
    poolHash: round.poolHash,
    poolCount: round.pool?.length ?? null,
    frozenAt: round.frozenAt?.toISOString() ?? null,
    drawnAt: round.drawnAt?.toISOString() ?? null,
    rate: Number(round.rate),
    closedAt: round.closedAt?.toISOString() ?? null,
  }
}

/** The seeds with the list of orders would tell everybody the sample before it is visited: they stay covered until the round is over. */
const toSeedView = (seed: SeedListed, shown: boolean): Sent<typeof SeedView> => ({
  position: seed.position === 1 ? 1 : 2,
  holder: { id: seed.holderId, alias: seed.holderAlias },
  commitment: seed.commitment,
  committedAt: wireInstantOrNull(seed.committedAt),
  seed: shown ? seed.seed : null,
  revealedAt: wireInstantOrNull(seed.revealedAt),
  fallbackReason: seed.fallbackReason,
})

function countsOf(counts: readonly TargetCount[]): { all: View['counts']; openCensus: number } {
  const sum = (wanted: (count: TargetCount) => boolean) =>
    counts.filter(wanted).reduce((total, count) => total + count.n, 0)
  const isDone = ({ state }: TargetCount) => state === 'inspected' || state === 'excused'
  const all = {
    census: sum(({ basis }) => basis === 'census'),
    sample: sum(({ basis }) => basis === 'sample'),
    targeted: sum(({ basis }) => basis === 'targeted'),
    inspected: sum(({ state }) => state === 'inspected'),
    excused: sum(({ state }) => state === 'excused'),
    waiting: sum((count) => !isDone(count)),
  }
  return { all, openCensus: sum((count) => count.basis === 'census' && !isDone(count)) }
}

const hideHalfway = (counts: View['counts']): View['counts'] => ({
  ...counts,
  inspected: null,
  excused: null,
  waiting: null,
})

export const powerOf = (round: RoundRow, towns: readonly { town: string | null; total: number }[]): View['power'] =>
  towns.map(({ town, total }) => {
    const drawn = sampleSize(total, Number(round.rate), round.minimum)
    return { town: town ?? '—', total, drawn, chance: chanceToMeet(total, drawn, Math.ceil(total * BAD_SHARE)) }
  })
