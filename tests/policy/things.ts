import { createHash } from 'node:crypto'
import { newId } from '@dj/api/platform/deps.ts'
import { insertAttachment } from '@dj/db/queries/platform/attachments.ts'
import { insertClaim, insertDelivery, insertParticipants } from '@dj/db/queries/claim/claims.ts'
import { insertObjection } from '@dj/db/queries/exit/objections.ts'
import { insertRectification } from '@dj/db/queries/exit/rectifications.ts'
import { insertRetirement } from '@dj/db/queries/exit/retirements.ts'
import { insertRound } from '@dj/db/queries/follow/rounds.ts'
import { takePart } from '@dj/db/queries/build/orders.ts'
import type { Target } from '@dj/shared/policy.ts'
import { insertKept } from './reopening.ts'
import { buildNeed, buildOrder } from '../support/orders.ts'
import { grantDirectly } from '../support/people.ts'
import type { Organization, Person, World } from '../support/world.ts'

export const thingKinds = [
  'need',
  'order',
  'draft',
  'claim',
  'collective claim',
  'delivery',
  'person',
  'grant',
  'attachment',
  'organization',
  'round',
  'rectification',
  'retirement',
  'reopening',
] as const
export type ThingKind = (typeof thingKinds)[number]

/** Something an operation is addressed to, with where it stands. It is in a state in which every act on it is refused: nothing changes. */
export interface Thing {
  kind: ThingKind
  id: string
  target: Target
  /** Where its owner stands, for the acts that belong to the owner. */
  ownerPath: readonly string[]
  organization?: Organization
}

interface Where {
  /** The organization it belongs to. */
  at: Organization
  /** Whose own thing it is. */
  whose: Person
  /** Somebody else of that county, who did the work and wrote the order. */
  another: Person
}

type Build = (world: World, where: Where) => Promise<string>

const build: Record<ThingKind, Build> = {
  need: aNeed,
  order: async (world, where) => (await anOrder(world, where, { state: 'retired' })).id,
  draft: async (world, where) => (await anOrder(world, where, { state: 'draft', claimBy: '2026-01-01' })).id,
  claim: async (world, where) => (await aClaim(world, where, null)).claimId,
  'collective claim': async (world, { at, whose, another }) =>
    (await aClaim(world, { at, whose: another, another: whose }, at)).claimId,
  delivery: aDelivery,
  person: async (_, { whose }) => whose.id,
  grant: aGrant,
  attachment: anAttachment,
  organization: async (_, { at }) => at.id,
  round: aRound,
  rectification: aRectification,
  retirement: aRetirement,
  reopening: aReopening,
}

export async function buildThing(world: World, kind: ThingKind, where: Where): Promise<Thing> {
  const id = await build[kind](world, where)
  const { at, whose } = where
  // A claim belongs to who claimed, in person or for an organization; its order to the owner.
  const targets: Partial<Record<ThingKind, Target>> = {
    claim: { personId: whose.id },
    'collective claim': { path: at.path },
  }
  const target = targets[kind] ?? { path: at.path, personId: whose.id }
  return { kind, id, target, ownerPath: at.path, organization: at }
}

async function aNeed(world: World, { at, whose }: Where): Promise<string> {
  const requester = { requesterKind: 'member', requesterPersonId: whose.id } as const
  const settled = { state: 'answered', answer: '已答复', reopened: true } as const
  return (await buildNeed(world.open, at, { ...requester, ...settled })).id
}

const anOrder = (world: World, { at, whose, another }: Where, more: object) =>
  buildOrder(world.open, { owner: at, authorId: whose.id, publisherId: another.id, ...more })

async function aClaim(
  world: World,
  { at, whose, another }: Where,
  organization: Organization | null,
  more: object = {},
) {
  const { countyId } = at
  const order = await anOrder(world, { at, whose: another, another: whose }, { state: 'retired', ...more })
  const ids = { countyId, orderId: order.id, personId: whose.id }
  const claimId = newId()
  const kind = { claimantKind: organization ? 'branch' : 'member', organizationId: organization?.id ?? null } as const
  await world.deps.withTx(countyId, async (tx, now) => {
    await takePart(tx, { ...ids, part: 'doer' })
    const period = { startedAt: now, dueAt: now, endedAt: now }
    await insertClaim(tx, { ...ids, ...kind, ...period, id: claimId, cycle: 1, place: 1, state: 'released' })
    await insertParticipants(tx, [{ ...ids, claimId, state: 'listed', since: now }])
  })
  return { claimId, orderId: order.id }
}

/** Asked for by `whose`, done by another. */
async function aDelivery(world: World, where: Where): Promise<string> {
  const { at, whose, another } = where
  const need = await buildNeed(world.open, at, { requesterPersonId: whose.id })
  const claim = await aClaim(world, { at, whose: another, another: whose }, null, { needs: [need] })
  const id = newId()
  await world.deps.withTx(at.countyId, (tx, now) =>
    insertDelivery(tx, {
      countyId: at.countyId,
      id,
      ...claim,
      words: '已完成',
      deliveredBy: another.id,
      deliveredAt: now,
    }),
  )
  return id
}

/** Over before it began, so that it gives nobody a role. */
async function aGrant(world: World, { at, whose }: Where): Promise<string> {
  const { countyId } = at
  const grant = { countyId, personId: whose.id, role: 'scout' as const, organization: at }
  return world.deps.withTx(countyId, (tx, now) => grantDirectly(tx, { ...grant, at: now, until: now }))
}

/** Of a delivery: a photo that shows nothing yet is its sender's alone. */
async function anAttachment(world: World, where: Where): Promise<string> {
  const { countyId } = where.at
  const [id, deliveryId] = [newId(), await aDelivery(world, where)]
  const sha256 = createHash('sha256').update(id).digest('hex')
  await world.deps.photos.put(countyId, sha256, Buffer.from(id))
  const photo = { countyId, id, sha256, bytes: 36, width: 1, height: 1, uploadedBy: where.another.id }
  await world.deps.withTx(countyId, (tx, uploadedAt) => insertAttachment(tx, { ...photo, uploadedAt, deliveryId }))
  return id
}

/** Given up before it was frozen; it belongs to the county, wherever one stands. */
async function aRound(world: World, { at: { countyId } }: Where): Promise<string> {
  const id = newId()
  await world.deps.withTx(countyId, (tx, openedAt) =>
    insertRound(tx, {
      ...{ countyId, id, quarter: '2026Q4', state: 'aborted', leadBodies: [], dueOn: '2026-12-31', settingsVersion: 1 },
      ...{ rate: '0.200', minimum: 3, openedAt, publicValueSource: '开奖号码', publicValueOn: '2026-12-26' },
      ...{ abortReason: '来源取消', abortedAt: openedAt },
    }),
  )
  return id
}

/** Void, so that nothing can be done about it any more; `whose` answers for it. */
async function aRectification(world: World, where: Where): Promise<string> {
  const { at, whose } = where
  const order = await anOrder(world, where, { state: 'retired' })
  const id = newId()
  const ids = { countyId: at.countyId, id, orderId: order.id, responsibleId: whose.id }
  await world.deps.withTx(at.countyId, (tx, now) => {
    const times = { issuedAt: now, deadlineAt: now, decidedAt: now }
    const notice = { number: `ZG-${id}`, state: 'void', cause: 'finding', facts: {}, orderStateBefore: 'open' } as const
    return insertRectification(tx, { ...ids, ...times, ...notice }, ['补齐记录'])
  })
  return id
}

/** Refused, with one objection that was answered. */
async function aRetirement(world: World, where: Where): Promise<string> {
  const { at, another } = where
  const order = await anOrder(world, where, { state: 'retired' })
  const id = newId()
  const { countyId } = at
  await world.deps.withTx(countyId, async (tx, now) => {
    const refused = { state: 'refused', evidence: 'need_ceased', facts: {}, reason: '已搬迁' } as const
    await insertRetirement(tx, {
      countyId,
      id,
      orderId: order.id,
      orderStateBefore: 'open',
      proposedAt: now,
      ...refused,
    })
    const answered = { answer: '已有安排', answeredAt: now }
    await insertObjection(tx, {
      countyId,
      id,
      retirementId: id,
      personId: another.id,
      words: '还需要',
      at: now,
      ...answered,
    })
  })
  return id
}

async function aReopening(world: World, where: Where): Promise<string> {
  const { at, another } = where
  const order = await anOrder(world, where, { state: 'retired' })
  const roundId = await aRound(world, where)
  const questioned = { order, roundId, owner: at, inspector: another }
  return world.deps.withTx(at.countyId, (tx, now) => insertKept(tx, questioned, now))
}
