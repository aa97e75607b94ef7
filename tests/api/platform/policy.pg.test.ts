import type { Route } from '@dj/api/platform/http/spec.ts'
import { routes } from '@dj/api/main/routes.ts'
import { type Actor, mayAnywhere, type Operation, policy } from '@dj/shared/policy.ts'
import { Role } from '@dj/shared/county/people/role.ts'
import { describe, expect } from 'vitest'
import { type Address, addressOf, withinOthers } from '../../policy/addresses.ts'
import { alike, expectedOutcome, outcomeOf, relations } from '../../policy/expected.ts'
import { nowhere, type Stage, someone, stageFor } from '../../policy/stage.ts'
import type { ThingKind } from '../../policy/things.ts'
import { type Client, type Reply, test } from '../../support/world.ts'

const isOpen = (operation: Operation): boolean => 'open' in policy[operation]
/** Open to a session or a key: without either it answers 401 all the same. */
const asksWho = (operation: Operation): boolean => !isOpen(operation) || policy[operation].allow.length > 0

/** Signing out comes last: it ends the session that everything else is asked with. */
const inOrder = routes.toSorted((a, b) => Number(a.spec.method === 'delete') - Number(b.spec.method === 'delete'))

test('every operation has a rule, every rule an operation, and both agree on what is open', () => {
  const served = routes.map(({ spec }) => spec.operation)
  expect(new Set(served).size).toBe(served.length)
  expect(Object.keys(policy).toSorted()).toEqual([...served, ...withinOthers].toSorted())
  expect(routes.filter((route) => route.open !== isOpen(route.spec.operation))).toEqual([])
})

test('without a session every operation that is not open answers 401', async ({ world }) => {
  const elsewhere = await world.anonymous().put('/session', {})
  expect([elsewhere.code, elsewhere.headers.get('allow')]).toEqual(['method_not_allowed', 'DELETE, GET, HEAD, POST'])
  const deviations: string[] = []
  for (const { spec } of routes) {
    const reply = await addressOf(spec.operation).call(world.anonymous(), { id: nowhere })
    const asked = reply.status === 401 && reply.code === 'auth.required'
    if (asked !== asksWho(spec.operation)) deviations.push(`${spec.operation}: ${reply.status} ${reply.code}`)
  }
  expect(deviations).toEqual([])
})

/** One cell of role × operation × relation: what was asked, what came, what the table says. */
interface Cell {
  asked: string
  outcome: string
  expected: string
  reply: Reply
}

describe.each(Role.options)('%s', (role) => {
  test('may what the policy says, no more and no less, near and far', async ({ world }) => {
    const { person, at, actor } = await someone(world, role)
    const asking = { client: world.as(person), actor, stage: await stageFor(world, person, at) }
    const cells: Cell[] = []
    for (const route of inOrder) {
      const { on } = addressOf(route.spec.operation)
      if (on) for (const kind of on) cells.push(...(await nearAndFar(route, kind, asking)))
      else cells.push(await plainly(route, asking))
    }
    const deviating = cells.filter(({ outcome, expected }) => outcome !== expected)
    const words = ({ asked, outcome, expected, reply }: Cell) =>
      `${asked}: ${outcome} (${reply.status} ${reply.code}), not ${expected}`
    expect(deviating.map(words)).toEqual([])
    expect(cells.length).toBeGreaterThan(200)
  })
})

interface Asking {
  client: Client
  actor: Actor
  stage: Stage
}

/** One operation on one kind of thing in every relation; what lies in another county must look like what does not exist. */
async function nearAndFar({ spec, open }: Route, kind: ThingKind, { client, actor, stage }: Asking): Promise<Cell[]> {
  const address = addressOf(spec.operation)
  const cells: Cell[] = []
  for (const relation of relations) {
    const { thing, ...addressed } = await stage(kind, relation)
    const reply = await address.call(client, addressed)
    const expected = expectedOutcome({ operation: spec.operation, open, address, actor, relation, thing })
    cells.push({
      asked: `${spec.operation} on ${kind}, ${relation}`,
      outcome: outcomeOf(reply, address),
      expected,
      reply,
    })
  }
  const [far, none] = cells.slice(-2)
  if (far && none && !alike(far.reply, none.reply)) cells.push({ ...far, outcome: 'shows through', expected: 'hidden' })
  return cells
}

/** An operation that is addressed to nothing: its gate alone. */
async function plainly({ spec, open }: Route, { client, actor }: Asking): Promise<Cell> {
  const address: Address = addressOf(spec.operation)
  const reply = await address.call(client, { id: nowhere })
  const outcome = open && reply.status === 404 ? 'passed' : outcomeOf(reply, address)
  const expected = open || mayAnywhere(spec.operation, actor) ? 'passed' : 'forbidden'
  return { asked: spec.operation, outcome, expected, reply }
}
