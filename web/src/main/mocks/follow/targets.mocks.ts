import { http, HttpResponse } from 'msw'
import { AskExcuse, DecideExcuse, DeclareConflict } from '@dj/shared/follow/round/round.schema.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { Operation } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { guarded, sent, type Refusal } from '../guard.ts'
import { refuse, refuseField } from '../refuse.ts'
import { deal, shunner } from './rounds.draw.ts'
import { seesTarget, toTarget } from './rounds.views.ts'
import type { TargetRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

/** Excusing an order from its check, by two people, and the interests an inspector declares. */
export const targetHandlers = (world: World) => [
  http.post('*/api/v1/rounds/:id/targets/:orderId/excuse', ({ params, request }) =>
    sent(request, AskExcuse, ({ reason }) =>
      onTarget(world, 'round.excuse', params, (target, me) => {
        if (target.state !== 'waiting') return 'target.not_waiting'
        Object.assign(target, { state: 'excuse_asked', excuse: { reason, askedById: me.person.id, decidedById: null } })
        return undefined
      }),
    ),
  ),
  http.post('*/api/v1/rounds/:id/targets/:orderId/excuse/decision', ({ params, request }) =>
    sent(request, DecideExcuse, ({ decision }) =>
      onTarget(world, 'round.decide_excuse', params, (target, me) => decide(target, decision === 'excuse', me)),
    ),
  ),
  http.get('*/api/v1/conflicts', () =>
    guarded(world, 'conflict.list', ({ person }) => {
      const mine = world.rounds.conflicts.filter(({ personId }) => personId === person.id)
      return HttpResponse.json({ items: mine.map(({ personId: _, ...declared }) => declared) })
    }),
  ),
  http.post('*/api/v1/conflicts', ({ request }) =>
    guarded(world, 'conflict.declare', (me) => sent(request, DeclareConflict, (input) => declare(world, input, me))),
  ),
]

function onTarget(
  world: World,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
  change: (target: TargetRecord, me: SessionView) => Refusal,
) {
  return guarded(world, operation, (me) => {
    const round = world.rounds.rounds.find(({ id }) => id === params['id'])
    const target = world.rounds.targets.find(
      ({ roundId, orderId }) => roundId === round?.id && orderId === params['orderId'],
    )
    if (round === undefined || target === undefined || !seesTarget(world, target, me)) return refuse('not_found')
    const refusal = roundRefusal(round.state, 'excuse') ?? change(target, me)
    return refusal === undefined ? HttpResponse.json(toTarget(world, target)) : refuse(refusal)
  })
}

function decide(target: TargetRecord, isExcused: boolean, { person }: SessionView): Refusal {
  if (target.state !== 'excuse_asked' || target.excuse === null) return 'target.no_excuse_asked'
  if (target.excuse.askedById === person.id) return 'target.second_person_needed'
  if (isExcused) target.excuse.decidedById = person.id
  else target.excuse = null
  target.state = isExcused ? 'excused' : 'waiting'
  return undefined
}

/** What the inspector holds there is handed on at once. */
function declare(world: World, { organizationId, reason }: DeclareConflict, me: SessionView) {
  const { market, rounds } = world
  if (!market.organizations.some(({ id }) => id === organizationId))
    return refuseField('need.organization_unknown', 'organizationId')
  const declared = { organizationId, reason, declaredAt: new Date().toISOString() }
  rounds.conflicts.push({ ...declared, personId: me.person.id })
  const shuns = shunner(market, me, rounds.conflicts)
  for (const round of rounds.rounds.filter(({ state }) => state === 'running')) {
    const held = rounds.targets.filter(
      ({ roundId, orderId, state, inspectorIds }) =>
        roundId === round.id && state === 'waiting' && inspectorIds.includes(me.person.id) && shuns(orderId),
    )
    const inspectors = Object.values(world.accounts).filter(({ roles }) =>
      roles.some(({ role }) => role === 'inspector'),
    )
    deal({ market, round, inspectors, conflicts: rounds.conflicts }, held)
  }
  return HttpResponse.json(declared, { status: 201 })
}
