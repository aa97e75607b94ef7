import type { z } from 'zod'
import { may, mayAnywhere, reachOf } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { RoundView, TargetView } from '@dj/shared/follow/round/round.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { actorOf } from '../../../county/session/me.ts'
import { aliasIn } from '../guard.ts'
import { organizationOf } from '../build/market.facts.ts'
import { frameHashOf } from './rounds.draw.ts'
import { actsOn } from './rounds.next.ts'
import { powerOf, townOf } from './rounds.power.ts'
import type { RoundRecord, SeedRecord, TargetRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

type View = z.input<typeof RoundView>

export const isOver = ({ state }: RoundRecord): boolean => state === 'closed' || state === 'aborted'
export const targetsOf = ({ rounds }: World, roundId: string) =>
  rounds.targets.filter((target) => target.roundId === roundId)
export const isDone = ({ state }: TargetRecord): boolean => state === 'inspected' || state === 'excused'

/** A round as this person, or the public, may see it: half-way figures only to the leads. */
export function toRound(world: World, round: RoundRecord, me: SessionView | undefined): View {
  const { frame, seeds, closingById, publicValueAt: _at, publicValueById: _by, abortedAt: _aborted, ...plan } = round
  const isLead = me !== undefined && mayAnywhere('round.close', actorOf(me))
  const versions = world.rounds.bulletins.filter(({ roundId }) => roundId === round.id)
  return {
    ...plan,
    leadBodies: ['县委组织部', '两新工委'],
    overdue: !isOver(round) && civilDateOf(new Date()) > round.dueOn,
    seeds: seeds.map((seed) => toSeed(world, seed, isOver(round))),
    frameHash: round.frozenAt === null ? null : frameHashOf(round),
    poolHash: null,
    poolCount: null,
    frameCount: round.frozenAt === null ? null : frame.length,
    counts: countsOf(targetsOf(world, round.id), isOver(round) || isLead),
    power: round.drawnAt === null ? [] : powerOf(world.market, round),
    closingBy: aliasIn(world, closingById),
    ...(me === undefined ? { next: [], blocked: [] } : actsOn(world, round, me)),
    towns: [],
    bulletins: versions
      .map(({ version, publishedAt, correction }) => ({ version, publishedAt: publishedAt ?? '', correction }))
      .toReversed(),
  }
}

/** One round, for the leads with its progress town by town. */
export function toWholeRound(world: World, round: RoundRecord, me: SessionView): View {
  const isLead = mayAnywhere('round.close', actorOf(me))
  const towns = isLead && round.drawnAt !== null ? townsOf(world, targetsOf(world, round.id)) : []
  return { ...toRound(world, round, me), towns }
}

function toSeed(
  world: World,
  { holderId, revealedById: _, ...seed }: SeedRecord,
  shown: boolean,
): View['seeds'][number] {
  const holder = { id: holderId, alias: aliasIn(world, holderId) ?? '' }
  return { ...seed, holder, seed: shown ? seed.seed : null }
}

function countsOf(targets: readonly TargetRecord[], shown: boolean): View['counts'] {
  const count = (want: (target: TargetRecord) => boolean) => targets.filter(want).length
  const halfway = (want: (target: TargetRecord) => boolean) => (shown ? count(want) : null)
  return {
    census: count(({ basis }) => basis === 'census'),
    sample: count(({ basis }) => basis === 'sample'),
    targeted: count(({ basis }) => basis === 'targeted'),
    inspected: halfway(({ state }) => state === 'inspected'),
    excused: halfway(({ state }) => state === 'excused'),
    waiting: halfway((target) => !isDone(target)),
  }
}

const townsOf = ({ market }: World, targets: readonly TargetRecord[]): View['towns'] =>
  [...Map.groupBy(targets, ({ orderId }) => townOf(market, orderId))].map(([town, here]) => {
    const { inspected, excused, waiting, ...counts } = countsOf(here, true)
    return { town, ...counts, inspected: inspected ?? 0, excused: excused ?? 0, waiting: waiting ?? 0 }
  })

/** The census in one's reach and what was visited; of the rest what one is to inspect oneself. */
export function seesTarget(world: World, target: TargetRecord, me: SessionView): boolean {
  const round = world.rounds.rounds.find(({ id }) => id === target.roundId)
  const open = round?.state === 'closed' || target.basis === 'census' || target.state === 'inspected'
  const order = orderOf(world, target.orderId)
  const { path } = organizationOf(world.market, order.ownerId)
  const { under } = reachOf('retirement.decide', actorOf(me))
  return target.inspectorIds.includes(me.person.id) || (open && path.some((id) => under.includes(id)))
}

export function toTarget(world: World, target: TargetRecord): z.input<typeof TargetView> {
  const { orderId, basis, state, excuse, inspectorIds } = target
  const { number, title, tier, ownerId } = orderOf(world, orderId)
  const owner = organizationOf(world.market, ownerId)
  const town = owner.townId === null ? null : organizationOf(world.market, owner.townId)
  const isFinal = (id: string) =>
    world.rounds.findings.some(
      (each) =>
        each.roundId === target.roundId &&
        each.orderId === orderId &&
        each.inspector.id === id &&
        each.state === 'final',
    )
  return {
    ...{ orderId, number, title, tier, basis, state, owner: { id: owner.id, name: owner.name } },
    ...{ town: town && { id: town.id, name: town.name }, location: '柳市镇智能电气产业园 3 号楼' },
    ...{ acceptance: '需求方当面确认问题已解决', claimants: [], lastProgress: null, dueAt: null },
    excuse: excuse && {
      reason: excuse.reason,
      askedBy: aliasIn(world, excuse.askedById) ?? '',
      decidedBy: aliasIn(world, excuse.decidedById),
    },
    inspectors: inspectorIds.map((id) => ({ id, alias: aliasIn(world, id) ?? '', done: isFinal(id) })),
  }
}

export const orderOf = ({ market }: World, orderId: string) =>
  must(
    market.orders.find(({ id }) => id === orderId),
    `order ${orderId}`,
  )

/** Order and path of its owner, for the policy. */
export const pathTo = (world: World, orderId: string): readonly string[] =>
  organizationOf(world.market, orderOf(world, orderId).ownerId).path
export const mayOn = (world: World, me: SessionView, operation: Parameters<typeof may>[0], orderId: string): boolean =>
  may(operation, actorOf(me), { path: pathTo(world, orderId) })
