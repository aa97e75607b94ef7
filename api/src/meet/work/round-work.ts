import type { Reads } from '@dj/db/connect.ts'
import { openCensus } from '@dj/db/queries/follow/rounds-targets.ts'
import { type RoundRow, seedsOf, type SeedListed } from '@dj/db/queries/follow/rounds.ts'
import { settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import { type CheckRow, excusesToDecide, unfinishedRounds, visitsToMake } from '@dj/db/queries/meet/work-rounds.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import { CivilDate, endOfCivilDay, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import { sightOf } from '../../follow/targets/list-targets.ts'
import { actsFor } from '../../follow/rounds/next-acts.ts'
import { revealEnds } from '../../follow/draw/seed-facts.ts'
import type { Waiting } from './waiting.ts'

interface Asking {
  db: Reads
  actor: Actor
  now: Date
  limit: number
}

/** What the rounds ask of this person: seeds they hold, orders they check, and what a second person or a signature is awaited for. */
export async function roundWork(asking: Asking): Promise<Waiting[]> {
  const { db, actor, limit } = asking
  const rounds = await unfinishedRounds(db, actor.countyId)
  if (rounds.length === 0) return []
  const ids = rounds.map(({ id }) => id)
  const [seeds, visits, ...others] = await Promise.all([
    seedsOf(db, actor.countyId, ids),
    mayAnywhere('finding.submit', actor)
      ? visitsToMake(db, { countyId: actor.countyId, inspectorId: actor.personId }, limit)
      : [],
    ...rounds.map((round) => excuses(asking, round)),
  ])
  const acts = await Promise.all(rounds.map((round) => actsOf(asking, round, seeds)))
  return [...acts.flat(), ...visits.map((row) => toCheck('finding.submit', row)), ...others.flat()]
}

async function excuses({ db, actor, limit }: Asking, round: RoundRow): Promise<Waiting[]> {
  if (!mayAnywhere('round.decide_excuse', actor) || roundRefusal(round.state, 'excuse')) return []
  const of = { countyId: actor.countyId, roundId: round.id }
  const rows = await excusesToDecide(db, of, sightOf(round, actor), limit)
  return rows.map((row) => toCheck('round.decide_excuse', row))
}

const dueOf = (day: string) => endOfCivilDay(CivilDate.parse(day)).toISOString()

const toCheck = (kind: WorkItem['kind'], row: CheckRow): Waiting => ({
  kind,
  subject: { kind: kind === 'finding.submit' ? 'inspection' : 'round', id: row.round_id },
  orderId: row.order_id,
  title: row.title,
  since: wireInstant(row.since),
  dueAt: dueOf(row.due_on),
})

/** The acts on the round itself that are theirs now, by the same refusals that the verbs throw. */
async function actsOf({ db, actor, now }: Asking, round: RoundRow, seeds: readonly SeedListed[]): Promise<Waiting[]> {
  const { countyId, id: roundId } = round
  const settings = await settingsOfVersion(db, countyId, round.settingsVersion)
  const confirms = round.state === 'closing' && mayAnywhere('round.confirm_close', actor)
  const census = confirms ? await openCensus(db, { countyId, roundId }) : 0
  const held = seeds.filter((seed) => seed.roundId === roundId)
  const { next } = actsFor({ round, seeds: held, openCensus: census, settings }, actor, now)
  const waiting = (kind: WorkItem['kind'], since: Date | null, due: string | null): Waiting => ({
    ...{ kind, subject: { kind: 'round', id: roundId }, orderId: null, title: round.quarter, dueAt: due },
    since: (since ?? round.openedAt).toISOString(),
  })
  const signs = round.state === 'closed' && mayAnywhere('bulletin.publish', actor)
  return [
    ...(signs ? [waiting('bulletin.publish', round.closedAt, null)] : []),
    ...next.flatMap((act) => {
      if (act === 'commit') return waiting('round.commit', round.openedAt, commitEnds(round))
      if (act === 'reveal') return waiting('round.reveal', round.frozenAt, revealEnds(round, settings).toISOString())
      return act === 'confirm_close' ? waiting('round.confirm_close', round.closingAt, dueOf(round.dueOn)) : []
    }),
  ]
}

/** The frame is frozen before the day of the public value, and the seeds are chosen before that. */
const commitEnds = ({ publicValueOn }: RoundRow) => startOfCivilDay(CivilDate.parse(publicValueOn)).toISOString()
