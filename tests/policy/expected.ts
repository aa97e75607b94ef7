import { unreachable } from '@dj/shared/platform/assert.ts'
import { type Actor, may, mayAnywhere, type Operation, type Target } from '@dj/shared/policy.ts'
import type { Reply } from '../support/world.ts'
import type { Address } from './addresses.ts'
import type { Thing } from './things.ts'

/** What an answer says about the person: everything else (done, a wrong state, a mistake in a field) has passed the policy. */
export type Outcome = 'unauthenticated' | 'forbidden' | 'not found' | 'passed' | 'broken'

export const relations = [
  'self',
  'same organization',
  'same town',
  'same county',
  'other county',
  'non-existent',
] as const
export type Relation = (typeof relations)[number]

export function outcomeOf(reply: Reply, { notYours }: Address): Outcome {
  if (reply.status >= 500) return 'broken'
  if (reply.code === 'auth.required') return 'unauthenticated'
  if (reply.code === 'auth.forbidden' || (notYours !== undefined && reply.code === notYours)) return 'forbidden'
  return reply.status === 404 ? 'not found' : 'passed'
}

interface Cell {
  operation: Operation
  open: boolean
  address: Address
  actor: Actor
  relation: Relation
  /** Null where there is none, or none in this county. */
  thing: Thing | null
}

/** What the policy table says the answer must be. */
export function expectedOutcome({ operation, open, address, actor, relation, thing }: Cell): Outcome {
  if (!open && !mayAnywhere(operation, actor)) return 'forbidden'
  if (!thing) return address.inBody ? 'passed' : 'not found'
  const target = address.byOwner ? { path: thing.ownerPath } : thing.target
  if (address.notOneself && relation === 'self' && thing.target.personId === actor.personId) return 'forbidden'
  if (!may(sightOf(operation, address, thing), actor, seenAs(thing))) return 'not found'
  return may(operation, actor, target) ? 'passed' : 'forbidden'
}

/** What is out of sight answers as if it did not exist. */
function sightOf(operation: Operation, { sight }: Address, { kind }: Thing): Operation {
  switch (kind) {
    case 'draft':
      return 'order.read_draft'
    case 'order':
    case 'claim':
    case 'collective claim':
    case 'delivery':
    case 'rectification':
    case 'retirement':
    case 'reopening':
      return 'order.read'
    case 'round':
      return 'round.read'
    case 'need':
    case 'person':
    case 'grant':
    case 'attachment':
    case 'organization':
      return sight ?? operation
    default:
      return unreachable(kind)
  }
}

const seenAs = ({ ownerPath, target }: Thing): Target => ({ path: ownerPath, personId: target.personId ?? null })

const ephemeral = new Set(['x-request-id', 'content-length', 'date'])

/** Same status, same body but for the request's id, same headers. */
export function alike(one: Reply, two: Reply): boolean {
  const seen = ({ status, body, headers }: Reply) => ({
    status,
    body: { ...Object(body), requestId: '' },
    headers: [...headers].filter(([name]) => !ephemeral.has(name)),
  })
  return JSON.stringify(seen(one)) === JSON.stringify(seen(two))
}
