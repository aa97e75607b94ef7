import { http, HttpResponse } from 'msw'
import { Refused } from '@dj/shared/problem.ts'
import { BundleQuery, OpenRound, TargetQuery } from '@dj/shared/follow/round/round.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { civilDateOf, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { asked, guarded, sent } from '../guard.ts'
import { newId } from '../build/market.ts'
import { organizationOf } from '../build/market.facts.ts'
import { onRound } from './on-round.ts'
import { refuse, refuseField } from '../refuse.ts'
import { roundActHandlers } from './round-acts.mocks.ts'
import { bundleText } from './rounds.bundle.ts'
import { orderOf, seesTarget, targetsOf, toRound, toTarget, toWholeRound } from './rounds.views.ts'
import type { RoundRecord } from './rounds.records.ts'
import { targetHandlers } from './targets.mocks.ts'
import type { World } from '../world.ts'

/** The quarterly rounds: the list, one, its targets, what is public of it, and every act by the shared rules. */
export const roundHandlers = (world: World) => [
  http.get('*/api/v1/rounds', () => guarded(world, 'round.list', (me) => list(world, me))),
  http.get('*/api/v1/counties/:countyId/rounds', ({ params }) =>
    params['countyId'] === '330382' ? list(world, undefined) : refuse('not_found'),
  ),
  http.post('*/api/v1/rounds', ({ request }) =>
    guarded(world, 'round.open', (me) => sent(request, OpenRound, (plan) => open(world, plan, me))),
  ),
  http.get('*/api/v1/rounds/:id', ({ params }) =>
    guarded(world, 'round.read', (me) =>
      onRound(world, params['id'], (round) => HttpResponse.json(toWholeRound(world, round, me))),
    ),
  ),
  http.get('*/api/v1/rounds/:id/targets', ({ params, request }) =>
    guarded(world, 'round.targets', (me) =>
      onRound(world, params['id'], (round) => asked(request, TargetQuery, (query) => targets(world, round, query, me))),
    ),
  ),
  http.get('*/api/v1/rounds/:id/bundle', ({ params, request }) =>
    onRound(world, params['id'], (round) => asked(request, BundleQuery, (query) => bundle(world, round, query))),
  ),
  ...targetHandlers(world),
  ...roundActHandlers(world),
]

function list(world: World, me: SessionView | undefined) {
  const items = world.rounds.rounds
    .toSorted((a, b) => b.quarter.localeCompare(a.quarter) || b.openedAt.localeCompare(a.openedAt))
    .map((round) => toRound(world, round, me))
  return HttpResponse.json({ items, nextCursor: null })
}

function targets(world: World, round: RoundRecord, { basis, state, townId }: TargetQuery, me: SessionView) {
  const items = targetsOf(world, round.id)
    .filter((target) => seesTarget(world, target, me))
    .filter((target) => basis === undefined || target.basis === basis)
    .filter((target) => state === undefined || target.state === state)
    .filter(({ orderId }) => townId === undefined || townIdOf(world, orderId) === townId)
    .map((target) => toTarget(world, target))
    .toSorted((a, b) => (a.number ?? '').localeCompare(b.number ?? ''))
  const isLead = me.roles.some(({ role }) => role === 'county_organizer')
  return HttpResponse.json({ items, nextCursor: null, total: isLead ? items.length : null })
}

const townIdOf = (world: World, orderId: string) => organizationOf(world.market, orderOf(world, orderId).ownerId).townId

/** The program and the vectors lie beside the api, which a demo has none of. */
function bundle(world: World, round: RoundRecord, { part }: BundleQuery) {
  if (part !== 'bundle') return refuse('not_found')
  if (round.state !== 'closed') return refuse('round.not_published')
  return new HttpResponse(bundleText(world, round), { headers: { 'Content-Type': 'application/json' } })
}

function open(world: World, plan: OpenRound, me: SessionView) {
  const refusal = planRefusal(world, plan)
  if (refusal !== undefined) return refuseField(refusal.code, refusal.path ?? 'quarter')
  const { seedHolderIds, ...planned } = plan
  const nothing = { commitment: null, committedAt: null, seed: null, revealedById: null, revealedAt: null }
  const seeds = seedHolderIds.map((holderId, nth): RoundRecord['seeds'][number] => {
    return { ...nothing, position: nth === 0 ? 1 : 2, holderId, fallbackReason: null }
  })
  const { rate, minimum } = world.market.settings.round
  const round: RoundRecord = {
    ...{ ...planned, id: newId(), version: 1, state: 'planned', openedAt: new Date().toISOString(), rate, minimum },
    ...{ settingsVersion: world.office.settings.version, seeds, publicValue: null, publicValueAt: null },
    ...{ publicValueById: null, frozenAt: null, frame: [], drawnAt: null, closingById: null, closedAt: null },
    ...{ abortReason: null, abortedAt: null },
  }
  world.rounds.rounds.push(round)
  return HttpResponse.json(toWholeRound(world, round, me), { status: 201 })
}

function planRefusal(world: World, { quarter, seedHolderIds: [one, two], publicValueOn }: OpenRound) {
  const isTaken = ({ quarter: taken, state }: RoundRecord) => taken === quarter && state !== 'aborted'
  const isKnown = (id: string) => Object.values(world.accounts).some(({ person }) => person.id === id)
  if (quarter > quarterOf(new Date())) return new Refused('round.quarter_not_begun', 'quarter')
  if (one === two) return new Refused('round.holders_same', 'seedHolderIds')
  if (publicValueOn <= civilDateOf(new Date())) return new Refused('round.value_day_passed', 'publicValueOn')
  if (![one, two].every(isKnown)) return new Refused('grant.person_unknown', 'seedHolderIds')
  return world.rounds.rounds.some(isTaken) ? new Refused('round.exists', 'quarter') : undefined
}
